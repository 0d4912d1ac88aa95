import { ConnectError, ConnectionLostError, isAmiError } from '../errors/index.js';
import type { AmiError, Outcome } from '../errors/index.js';
import { describeAddress, explainDialError } from '../transport/index.js';
import type { Address } from '../transport/index.js';
import type { Action } from '../wire/index.js';

/** How far a session has come. */
export type SessionPhase = 'greeting' | 'login' | 'online' | 'ended';

/**
 * What the end of a connection means: an attempt that failed, or the loss of a session.
 *
 * @param error - What the socket says; `undefined` if the peer closed it.
 */
export function explainEnd(phase: SessionPhase, address: Address, error?: unknown): AmiError {
  if (isAmiError(error)) return error;
  const where = describeAddress(address);
  const how = error instanceof Error ? error.message : 'the server closed it';
  switch (phase) {
    case 'greeting':
      return error === undefined
        ? new ConnectError(`${where} closed the connection without a greeting`, 'greeting')
        : explainDialError(error, address);
    case 'login':
      return new ConnectError(`The connection to ${where} ended at login: ${how}`, 'login', {
        cause: error,
      });
    default: {
      const text = `The connection to ${where} was lost: ${how}`;
      return new ConnectionLostError(
        text,
        'unknown',
        undefined,
        undefined,
        error === undefined ? undefined : { cause: error },
      );
    }
  }
}

/** What it means that a connection begins with something else than a greeting. */
export function explainGreeting(line: string, address: Address): ConnectError {
  const begun = JSON.stringify(line.slice(0, 40));
  const text = `${describeAddress(address)} is no Asterisk Manager: it began with ${begun}`;
  return new ConnectError(text, 'greeting');
}

/** The error of an action whose session is gone. */
export function lostError(
  action: Action,
  outcome: Outcome,
  cause?: AmiError,
  id?: string,
): ConnectionLostError {
  const text = `${action.name}: ${cause?.message ?? 'the session is over'}`;
  return new ConnectionLostError(text, outcome, action.name, id, cause && { cause });
}
