import type { Pbx } from '../pbx.js';
import { parsePresence } from './presence.js';
import type { Presence, PresenceState } from './presence.js';

type Listener = (presentity: string, presence: Presence) => void;

/** What presentities such as `CustomPresence:alice` say of themselves. */
export class Presences {
  readonly all = new Map<string, Presence>();
  readonly #listeners: Listener[] = [];

  constructor(private readonly pbx: Pbx) {}

  /** Has somebody told of everything that is set. */
  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** Sets a presence, and tells of it, be it the same as before. */
  set(presentity: string, state: PresenceState, subtype = '', message = ''): void {
    const presence = { state, subtype, message };
    this.all.set(presentity, presence);
    for (const listener of this.#listeners) listener(presentity, presence);
    this.pbx.emit('PresenceStateChange', ['call'], {
      ...{ Presentity: presentity, Status: state, Subtype: subtype, Message: message },
    });
  }

  /** Sets one by the text of PRESENCE_STATE; `false` for others than custom ones, and for nonsense. */
  setCustom(presentity: string, text: string): boolean {
    const presence = parsePresence(text);
    if (!isCustom(presentity) || presence === undefined) return false;
    this.set(presentity, presence.state, presence.subtype, presence.message);
    return true;
  }

  /** What one says; `undefined` where nobody keeps it. */
  find(presentity: string): Presence | undefined {
    const known = this.all.get(presentity);
    if (known !== undefined || !isCustom(presentity)) return known;
    return { state: 'not_set', subtype: '', message: '' };
  }
}

function isCustom(presentity: string): boolean {
  return presentity.startsWith('CustomPresence:');
}
