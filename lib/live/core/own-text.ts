// Strings up to this length are copied by the engine anyway.
const ALWAYS_COPIED = 12;

/**
 * A string that shares no memory with the received text that it was cut from, so that what is
 * kept does not keep a kilobyte alive.
 */
export function ownText(text: string): string {
  return text.length <= ALWAYS_COPIED ? text : ` ${text}`.slice(1);
}
