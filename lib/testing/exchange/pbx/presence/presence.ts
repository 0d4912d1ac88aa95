/** The states of a presentity, as `PresenceStateChange` writes them. */
const presenceStates = [
  ...(['not_set', 'unavailable', 'available', 'away', 'xa', 'chat', 'dnd'] as const),
];

/** Whether somebody wants to be called. */
export type PresenceState = (typeof presenceStates)[number];

/** What a presentity says of itself. */
export interface Presence {
  readonly state: PresenceState;
  readonly subtype: string;
  readonly message: string;
}

/** Whether two are the same. */
export function isSamePresence(one: Presence, other: Presence): boolean {
  return (
    one.state === other.state && one.subtype === other.subtype && one.message === other.message
  );
}

/**
 * Reads `state,subtype,message,options` of PRESENCE_STATE (func_presencestate.c): with the option
 * `e` subtype and message are base64. `undefined` for what is no state.
 */
export function parsePresence(text: string): Presence | undefined {
  const [word = '', subtype = '', message = '', options = ''] = text.split(',');
  const state = presenceStates.find((one) => one === word.trim().toLowerCase());
  if (state === undefined) return undefined;
  const decode = (part: string): string =>
    options.includes('e') ? Buffer.from(part, 'base64').toString() : part;
  return { state, subtype: decode(subtype), message: decode(message) };
}
