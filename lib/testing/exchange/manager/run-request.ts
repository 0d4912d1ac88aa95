import { tap, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { ActionMessage } from './action-message.js';
import { maskOf } from './class-mask.js';
import type { ManagerSession } from './manager-session.js';
import { Request } from './request.js';

/** How long Asterisk keeps who fails to log in waiting for the answer. */
const PENALTY_MS = 1000;

/** Answers a request, as `process_message` of manager.c does. */
export function runRequest(
  message: ActionMessage,
  session: ManagerSession,
): Observable<unknown> | undefined {
  const { manager } = session;
  const request = new Request(message, session, manager);
  const name = message.action;
  const action = manager.findAction(name);
  if (message.fault !== undefined) {
    request.fail(message.fault);
  } else if (name === '') {
    manager.report(session, { name: 'RequestBadFormat', action: 'NONE' });
    request.fail('Missing action in request');
  } else if (manager.options.onAction?.(request) === true) {
    return undefined;
  } else if (manager.state === 'stopping') {
    request.fail('Asterisk is shutting down');
  } else if (session.account === undefined && !/^(login|logoff|challenge)$/i.test(name)) {
    manager.report(session, { name: 'RequestNotAllowed', action: name });
    request.fail('Permission denied');
  } else if (/^(login|challenge)$/i.test(name) && isInUse(request)) {
    manager.report(session, { name: 'SessionLimit' });
    return refuse(request, 'Login Already In Use');
  } else if (action === undefined) {
    manager.report(session, { name: 'RequestBadFormat', action: name });
    const advice = 'Use Action: ListCommands to show available commands.';
    request.fail(`Invalid/unknown command: ${name}. ${advice}`);
  } else if (!mayPerform(session, action.privilege)) {
    manager.report(session, { name: 'RequestNotAllowed', action: name });
    request.fail('Permission denied');
  } else return action.run(request);
  return undefined;
}

/** Whether a user has one of the classes that an action is open to. */
export function mayPerform(
  session: ManagerSession,
  privilege: Parameters<typeof maskOf>[0],
): boolean {
  return privilege.length === 0 || (session.writeMask & maskOf(privilege)) !== 0;
}

/** Answers with an error a while later, and closes. */
export function refuse(request: Request, message: string): Observable<unknown> {
  return timer(PENALTY_MS, request.pbx.scheduler).pipe(
    tap(() => {
      request.fail(message);
      request.session.close();
    }),
  );
}

function isInUse(request: Request): boolean {
  if (request.session.account !== undefined) return false;
  const account = request.manager.findAccount(request.get('Username'));
  return (
    account?.allowMultipleLogin === false &&
    [...request.manager.sessions].some((session) => session.account === account)
  );
}
