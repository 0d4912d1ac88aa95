import type { Channel } from '../channel.js';
import { endDigit } from '../digits.js';

/** Keys are pressed for a manager, for so short a time that nobody measures it. */
export function pressKeys(channel: Channel, keys: string): void {
  for (const digit of keys) endDigit(channel, digit, 0);
}
