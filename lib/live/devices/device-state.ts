/** What a device does, as the exchange tells queues and hints. */
export type DeviceState =
  | 'unknown'
  | 'not-in-use'
  | 'in-use'
  | 'busy'
  | 'invalid'
  | 'unavailable'
  | 'ringing'
  | 'ring-in-use'
  | 'on-hold';

// By their letters: events say `NOT_INUSE` and `RINGINUSE`, lists `Not in use` and `Ring+Inuse`.
const states: ReadonlyMap<string, DeviceState> = new Map([
  ['unknown', 'unknown'],
  ['notinuse', 'not-in-use'],
  ['inuse', 'in-use'],
  ['busy', 'busy'],
  ['invalid', 'invalid'],
  ['unavailable', 'unavailable'],
  ['ringing', 'ringing'],
  ['ringinuse', 'ring-in-use'],
  ['onhold', 'on-hold'],
]);

/**
 * What a text of an event or of a list says; `undefined` where it says nothing.
 *
 * Source: `devstatestring` in `main/devicestate.c`.
 */
export function readDeviceState(text: string | undefined): DeviceState | undefined {
  return text === undefined ? undefined : states.get(text.toLowerCase().replace(/[^a-z]/g, ''));
}

/** Whether nothing is going on at a device. */
export function isResting(state: DeviceState | undefined): boolean {
  switch (state) {
    case 'in-use':
    case 'busy':
    case 'ringing':
    case 'ring-in-use':
    case 'on-hold':
      return false;
    default:
      return true;
  }
}
