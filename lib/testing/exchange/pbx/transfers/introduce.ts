import type { Channel } from '../channel.js';
import { connectTo } from '../connect-to.js';

/** Tells each of two whom it talks to now. */
export function introduce(one: Channel, other: Channel): void {
  connectTo(one, other.caller);
  connectTo(other, one.caller);
}
