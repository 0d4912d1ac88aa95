/** What the devices behind a hint do, all together. */
export type HintStatus =
  | 'idle'
  | 'in-use'
  | 'busy'
  | 'unavailable'
  | 'ringing'
  | 'in-use-ringing'
  | 'hold'
  | 'in-use-hold';

const IN_USE = 1;
const BUSY = 2;
const UNAVAILABLE = 4;
const RINGING = 8;
const HOLD = 16;

/**
 * What the bits of a `Status` say; none is idle. Negative ones say that there is no hint, and nothing
 * here.
 *
 * Source: `enum ast_extension_states` in `include/asterisk/pbx.h`.
 */
export function toHintStatus(bits: number): HintStatus {
  const isInUse = (bits & IN_USE) !== 0;
  if (bits & RINGING) return isInUse ? 'in-use-ringing' : 'ringing';
  if (bits & HOLD) return isInUse ? 'in-use-hold' : 'hold';
  if (bits & BUSY) return 'busy';
  if (isInUse) return 'in-use';
  return bits & UNAVAILABLE ? 'unavailable' : 'idle';
}
