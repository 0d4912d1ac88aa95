/** What differs from run to run, in a text that came from a server. */
const volatile: readonly (readonly [RegExp, string])[] = [
  [/^(Timestamp: )\d+\.\d{6}/gm, '$1T'],
  [/^((?:EventTV|SessionTV): )\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000/gm, '$1T'],
  [/^(SessionID: )0x7f[0-9a-f]{10}/gm, '$1S'],
  [/^((?:Local|Remote)Address: IPV4\/TCP\/127\.0\.0\.1\/)\d+/gm, '$1P'],
  [/^((?:Uptime|LastReload): )\d+/gm, '$1N'],
  [/^(Core(?:Startup|Reload)Date: )\d{4}-\d\d-\d\d/gm, '$1D'],
  [/^(Core(?:Startup|Reload)Time: )\d\d:\d\d:\d\d/gm, '$1T'],
  [/^(Challenge: )\d+/gm, '$1C'],
];

/** A text without what differs from run to run: times, ids, ports. */
export function normalise(text: string): string {
  return volatile.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text);
}

/** The messages of a text, without the greeting. */
export function messagesOf(text: string): string[] {
  return text
    .replace(/^Asterisk Call Manager.*\r\n/, '')
    .split('\r\n\r\n')
    .filter((message) => message !== '');
}
