import type { DeviceState } from '../devices.js';

/** The states of devices in the words of lists (devstatestring in devicestate.c). */
export const deviceStateText: Readonly<Record<DeviceState, string>> = {
  UNKNOWN: 'Unknown',
  NOT_INUSE: 'Not in use',
  INUSE: 'In use',
  BUSY: 'Busy',
  INVALID: 'Invalid',
  UNAVAILABLE: 'Unavailable',
  RINGING: 'Ringing',
  RINGINUSE: 'Ring+Inuse',
  ONHOLD: 'On Hold',
};
