import type { DeviceState } from '../devices.js';

/** The states of devices as `Status` of queue members says them (devicestate.h). */
export const memberStatuses: Readonly<Record<DeviceState, number>> = {
  ...{ UNKNOWN: 0, NOT_INUSE: 1, INUSE: 2, BUSY: 3, INVALID: 4 },
  ...{ UNAVAILABLE: 5, RINGING: 6, RINGINUSE: 7, ONHOLD: 8 },
};

/** Whether a device in this state can take a call. */
export function isFree(state: DeviceState): boolean {
  return state === 'NOT_INUSE' || state === 'UNKNOWN';
}

/** Whether nobody can be reached at a device in this state. */
export function isGone(state: DeviceState): boolean {
  return state === 'UNAVAILABLE' || state === 'INVALID';
}

/** The device that an interface is of: a Local channel's without its options. */
export function deviceOf(name: string): string {
  return name.replace(/^(local\/[^/]*)\/.*$/i, '$1');
}
