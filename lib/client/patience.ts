import type { Action } from '../wire/index.js';
import { isTrue } from './reply.js';

// What Asterisk gives a call that names no Timeout (`action_originate` in `main/manager.c`).
const ORIGINATE_MS = 30_000;

/** What the action itself says that it may take, in milliseconds. */
export function patienceMs(action: Action): number {
  switch (action.name.toLowerCase()) {
    case 'originate':
      return toNumber(action.get('Timeout'), ORIGINATE_MS);
    case 'waitevent':
      return toNumber(action.get('Timeout'), 0) * 1000;
    default:
      return 0;
  }
}

/** How long an action may keep the server from reading the next one, in milliseconds. */
export function blockingMs(action: Action): number {
  const isQueued = action.name.toLowerCase() === 'originate' && isTrue(action.get('Async'));
  return isQueued ? 0 : patienceMs(action);
}

function toNumber(text: string | undefined, byDefault: number): number {
  const number = Number(text);
  return number > 0 ? number : byDefault;
}
