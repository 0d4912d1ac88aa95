const LETTER_L = 76;

/** Whether that is the name of half a Local channel. Most are told by their first letter, sooner. */
export function isLocalName(channel: string): boolean {
  return channel.charCodeAt(0) === LETTER_L && channel.startsWith('Local/');
}
