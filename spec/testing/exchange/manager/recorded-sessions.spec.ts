import type { ManagerOptions } from '../../../../lib/testing/exchange/manager/manager-options.js';
import { readSent, readTranscript } from '../../../support/transcripts.js';
import { messagesOf, normalise } from './support/normalise.js';
import { ManagerLab } from './support/raw-client.js';

/** Virtual time, in ms, after which nothing waits any more. */
const LONG = 20_000;
const admin = { username: 'admin', secret: 's3cret' };

function recorded(name: string): string {
  return normalise(readTranscript(name).toString('latin1'));
}

function lab(name: string, options: ManagerOptions = {}): ManagerLab {
  return new ManagerLab(options, { version: name.startsWith('a16') ? '16' : '22' });
}

/** What comes back when all that was sent is sent at once. */
function play(name: string, options?: ManagerOptions): string {
  const made = lab(name, options);
  const client = made.connect();
  client.send(readSent(name));
  made.clock.advance(LONG);
  return normalise(client.text);
}

/** The messages that answer to some ActionIDs. */
function answersTo(text: string, ids: readonly string[]): string[] {
  const wanted = new Set(ids.map((id) => `ActionID: ${id}`));
  return messagesOf(text).filter((message) =>
    message.split('\r\n').some((line) => wanted.has(line)),
  );
}

describe('sessions that were recorded, played to the manager', () => {
  it.each([
    'a16-framing-edges',
    'a16-login-plain',
    'a22-login-plain',
    'a16-login-bad-secret',
    'a22-login-bad-secret',
    'a16-login-events-off',
    'a22-login-events-off',
    'a16-login-events-call',
    'a22-login-events-call',
    'a16-login-not-authenticated',
    'a22-login-not-authenticated',
  ])('%s: the same bytes come back', (name) => {
    expect(play(name)).toBe(recorded(name));
  });

  it.each(['a16-login-acl', 'a22-login-acl'])('%s: an address that may not', (name) => {
    const accounts = [{ username: 'acl', secret: 'acl', permits: () => false }];

    expect(play(name, { accounts })).toBe(recorded(name));
  });

  it.each(['a16-login-already-in-use', 'a22-login-already-in-use'])(
    '%s: the second login of a user who may have one',
    (name) => {
      const accounts = [{ username: 'single', secret: 'single', allowMultipleLogin: false }];
      const made = lab(name, { accounts });
      made.connect().send(readSent(name));
      const second = made.connect();
      second.send(readSent(name));
      made.clock.advance(LONG);

      expect(second.text).toBe(readTranscript(name).toString('latin1'));
      expect(second.hasEnded).toBe(true);
    },
  );

  it.each(['a16-config-and-command', 'a22-config-and-command'])(
    '%s: commands, modules, settings, filters and their errors',
    (name) => {
      const ids = ['c1', 'c2', 'c3', 'c4', 'c8', 'r1', 'r2', 'mc', 'cs', 'cst', 'dd'];
      const filters = ['f1', 'f2', 'f3', 'f4'];
      const withoutHistory = (text: string): string =>
        text
          .replace(/(System uptime|Last reload): .*/g, '$1: T')
          .replace(/(AsteriskVersion: [\d.]+).*/, '$1')
          .replace(/CoreProcessedCalls: \d+/, 'CoreProcessedCalls: N');
      const answers = (text: string): string[] =>
        answersTo(withoutHistory(text), [...ids, ...filters]);

      expect(answers(play(name)).join('\n')).toBe(answers(recorded(name)).join('\n'));
      expect(answers(recorded(name))).toHaveLength(15);
    },
  );

  it.each(['a16-permission-denied', 'a22-permission-denied'])(
    '%s: what a user may not do',
    (name) => {
      const accounts = [
        { username: 'callonly', secret: 'callonly', read: ['call'], write: ['call'] } as const,
      ];
      const ids = ['login-1', 'pd-Command', 'pd-UserEvent', 'pd-Reload'];
      const answers = answersTo(play(name, { accounts }), ids);

      expect(answers).toEqual(answersTo(recorded(name), ids));
      expect(answers).toHaveLength(4);
    },
  );

  it.each(['a16-values-escaping', 'a22-values-escaping'])(
    '%s: text of all kinds in UserEvents and in the database',
    (name) => {
      const ids = ['ue1', 'ue2', 'ue3', 'db1', 'db2', 'db3'];
      const answers = answersTo(play(name), ids);

      expect(answers).toEqual(answersTo(recorded(name), ids));
      expect(answers).toHaveLength(11);
    },
  );

  it.each(['a16-filtered', 'a22-filtered'])('%s: a user with an event filter', (name) => {
    const filtered = { username: 'filtered', secret: 'filtered', eventFilters: ['UserEvent'] };
    const made = lab(name, { accounts: [admin, filtered] });
    const client = made.connect();
    const [login = ''] = readSent(name).toString('latin1').split('Action: QueueSummary');
    client.send(login);
    const other = made.login();
    other.ask({ Action: 'UserEvent', UserEvent: 'FF', ActionID: 'ueid' });
    const [expected] = recorded(name).split('Response: Success\r\nActionID: qsf');

    expect(normalise(client.text)).toBe(expected);
  });

  it.each(['a16-foreign-actionid-observer', 'a22-foreign-actionid-observer'])(
    '%s: the ActionID of another session, and its login',
    (name) => {
      const made = lab(name);
      const client = made.connect();
      client.send(readSent(name));
      const other = made.login();
      other.ask({ Action: 'UserEvent', UserEvent: 'Hello', ActionID: 'not-yours-1' });
      const [expected] = recorded(name).split('Event: Newchannel');

      expect(normalise(client.text)).toBe(expected);
    },
  );

  it('a22-waitevent-tcp: what comes, and what has to wait', () => {
    const name = 'a22-waitevent-tcp';
    const made = lab(name);
    const client = made.connect();
    const [login = '', first = '', second = ''] = readSent(name)
      .toString('latin1')
      .split(/(?=Action: WaitEvent)/);
    const other = made.login({ Events: 'off' });
    client.send(login);
    client.send(first);
    made.clock.advance(1000);
    other.ask({ Action: 'UserEvent', UserEvent: 'Wake' });
    client.send(second);
    made.clock.advance(4999);
    const early = client.text;
    made.clock.advance(1);

    expect(early).not.toContain('we2');
    expect(normalise(client.text)).toBe(recorded(name));
  });

  it.each(['a16-restart-observer', 'a22-restart-observer'])('%s: Shutdown, and the end', (name) => {
    const made = lab(name);
    const client = made.connect();
    client.send(readSent(name));
    made.login().ask({ Action: 'Command', Command: 'core restart now' });

    expect(normalise(client.text)).toBe(recorded(name));
    expect(client.hasEnded).toBe(true);
  });

  it.each(['a16-restart-issuer', 'a22-restart-issuer'])('%s: no answer', (name) => {
    expect(play(name)).toBe(recorded(name));
  });

  it('a16-security-events: why the logins of others fail', () => {
    const name = 'a16-security-events';
    const acl = { username: 'acl', secret: 'acl', permits: () => false };
    const made = lab(name, { accounts: [admin, acl] });
    const client = made.connect();
    client.send(readSent(name).subarray(0, readSent(name).indexOf('Action: Getvar')));
    const attempts: Record<string, string>[] = [
      { Username: 'admin', Secret: 'bad' },
      { Username: 'admin', AuthType: 'MD5', Key: 'deadbeefdeadbeefdeadbeefdeadbeef' },
      { Username: 'acl', Secret: 'acl' },
      { Username: 'nouser', Secret: 'x' },
    ];
    for (const fields of attempts) {
      const other = made.connect();
      if ('AuthType' in fields) other.ask({ Action: 'Challenge', AuthType: 'MD5' });
      other.ask({ Action: 'Login', ...fields });
    }
    const withoutKey = (text: string): string =>
      text.replace(/^(ExpectedResponse: )[0-9a-f]{32}/m, '$1K');
    const [expected = ''] = recorded(name).split('Response: Success\r\nActionID: g1');

    expect(withoutKey(normalise(client.text))).toBe(withoutKey(expected));
  });
});
