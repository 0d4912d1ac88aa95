import { createHash } from 'node:crypto';
import type { Account } from '../account.js';
import { parseMask } from '../class-mask.js';
import type { ManagerAction } from '../manager-action.js';
import { messageText } from '../message-text.js';
import type { Request } from '../request.js';
import { refuse } from '../run-request.js';
import { maskOf } from '../class-mask.js';

const login: ManagerAction = {
  name: 'Login',
  privilege: [],
  synopsis: 'Login Manager.',
  run: (request) => {
    const { manager, session } = request;
    if (session.account !== undefined) {
      request.succeed('Already authenticated');
      return undefined;
    }
    const account = authenticate(request);
    if (account === undefined) return refuse(request, 'Authentication failed');
    session.logIn(account, request.get('Username'));
    session.eventMask = parseMask(request.get('Events')) ?? session.eventMask;
    manager.report(session, { name: 'SuccessfulAuth' });
    request.succeed('Authentication accepted');
    if (manager.state === 'running' && (session.readMask & maskOf(['system'])) !== 0) {
      // Written past the filters, and without what a server puts into its events.
      request.sendText(
        messageText([
          'Event: FullyBooted',
          'Privilege: system,all',
          `Uptime: ${manager.uptime}`,
          `LastReload: ${manager.sinceReload}`,
          'Status: Fully Booted',
        ]),
      );
    }
    return undefined;
  },
};

const challenge: ManagerAction = {
  name: 'Challenge',
  privilege: [],
  synopsis: 'Generate Challenge for MD5 Auth.',
  run: (request) => {
    if (request.get('AuthType').toLowerCase() !== 'md5') {
      request.fail('Must specify AuthType');
      return;
    }
    request.session.challenge ??= nextChallenge(request);
    request.respond('Success', { Challenge: request.session.challenge });
  },
};

const logoff: ManagerAction = {
  name: 'Logoff',
  privilege: [],
  synopsis: 'Logoff Manager.',
  run: (request) => {
    request.respond('Goodbye', { Message: 'Thanks for all the fish.' });
    request.session.close();
  },
};

/** Logging in and off. */
export const loginActions: readonly ManagerAction[] = [challenge, login, logoff];

/** Whom the request proves to come from; others hear of it if it fails. */
function authenticate(request: Request): Account | undefined {
  const { manager, session } = request;
  const accountId = request.get('Username');
  if (accountId === '') return undefined;
  const account = manager.findAccount(accountId);
  if (account === undefined) {
    manager.report(session, { name: 'InvalidAccountID', accountId });
    return undefined;
  }
  if (account.permits?.(session.remoteAddress) === false) {
    manager.report(session, { name: 'FailedACL', accountId });
    return undefined;
  }
  if (request.get('AuthType').toLowerCase() === 'md5') return checkKey(request, account);
  if (request.get('Secret') === account.secret) return account;
  manager.report(session, { name: 'InvalidPassword', accountId });
  return undefined;
}

function checkKey(request: Request, account: Account): Account | undefined {
  const { challenge: given } = request.session;
  const response = request.get('Key');
  if (response === '' || given === undefined) return undefined;
  const expected = createHash('md5').update(`${given}${account.secret}`).digest('hex');
  if (response === expected) return account;
  request.manager.report(request.session, {
    name: 'ChallengeResponseFailed',
    challenge: given,
    response,
    expected,
  });
  return undefined;
}

/** Countable, so that a run can be repeated, but not to be told from the next by eye. */
function nextChallenge({ pbx }: Request): string {
  return String(((pbx.next('challenge') + 1) * 571_054_932) % 999_999_937);
}
