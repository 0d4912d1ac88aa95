import type { Channel } from './channel.js';
import { otherHalf } from './local-channels.js';
import { pause } from './pause.js';
import type { Process } from './process.js';

/** Sends a digit to the far end of a channel; events tell of it where Asterisk is that itself. */
export function* sendDigit(channel: Channel, digit: string, durationMs: number): Process {
  const heardBy = otherHalf(channel);
  if (heardBy !== undefined) {
    beginDigit(heardBy, digit);
    // Who has waited for the first sound reads it once more.
    if (heardBy.hear()) {
      heardBy.pbx.soon(() => {
        beginDigit(heardBy, digit);
      });
    }
  }
  yield* pause(channel.pbx, durationMs);
  if (heardBy !== undefined) endDigit(heardBy, digit, durationMs);
}

/** A digit begins to arrive. */
function beginDigit(channel: Channel, digit: string): void {
  const fields = { Digit: digit, Direction: 'Received' };
  channel.pbx.emit('DTMFBegin', ['dtmf'], { ...channel.fields(), ...fields });
}

/** A digit has arrived. */
export function endDigit(channel: Channel, digit: string, durationMs: number): void {
  const fields = { Digit: digit, DurationMs: durationMs, Direction: 'Received' };
  channel.pbx.emit('DTMFEnd', ['dtmf'], { ...channel.fields(), ...fields });
}
