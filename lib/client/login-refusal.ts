import { ActionError, AuthenticationError, ConnectError } from '../errors/index.js';

/**
 * What a refused Login or Challenge means, from Asterisk's words: the one place that reads them.
 *
 * A server that is going down, or that still has this user's last session, says nothing about the
 * credentials; the attempt may be repeated.
 */
export function explainRefusal(error: unknown): unknown {
  if (!(error instanceof ActionError)) return error;
  const text = error.response.get('Message') ?? 'no reason given';
  // What does not name the login that it answers is not enough to give up for good.
  const isOurs = error.response.actionId !== undefined;
  if (!isOurs || /shutting down|already in use/i.test(text)) {
    return new ConnectError(`The server takes no login now: ${text}`, 'login', { cause: error });
  }
  return new AuthenticationError(`The server refused the login: ${text}`, error.response, {
    cause: error,
  });
}
