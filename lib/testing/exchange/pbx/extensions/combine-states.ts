import type { DeviceState } from '../devices.js';

/** The states by how much they count (ast_devstate_aggregate_add in devicestate.c). */
const order: readonly DeviceState[] = [
  ...(['INVALID', 'UNKNOWN', 'UNAVAILABLE', 'NOT_INUSE', 'ONHOLD'] as const),
  ...(['RINGING', 'INUSE', 'BUSY', 'RINGINUSE'] as const),
];

/** The state of several devices together; `INVALID` of none. */
export function combineStates(states: readonly DeviceState[]): DeviceState {
  const isUsed = states.some((state) => ['INUSE', 'ONHOLD', 'BUSY'].includes(state));
  if (isUsed && states.includes('RINGING')) return 'RINGINUSE';
  return order.findLast((state) => states.includes(state)) ?? 'INVALID';
}
