/** The first line that an Asterisk Manager sends. */
export interface Greeting {
  /** The line itself, such as `Asterisk Call Manager/11.0.0`. */
  readonly line: string;
  /**
   * The version of the protocol, such as `'11.0.0'`. From Asterisk 15 on its first number tells
   * the major version: 5 is 16, 7 is 18, 9 is 20, 11 is 22.
   */
  readonly version: string;
}

/** Reads the greeting; `undefined` if the line is none, so the peer is no Asterisk Manager. */
export function parseGreeting(line: string): Greeting | undefined {
  const match = /^Asterisk Call Manager(?: Proxy)?\/(\S+)\s*$/.exec(line);
  return match?.[1] === undefined ? undefined : { line, version: match[1] };
}
