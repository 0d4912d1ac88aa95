import type { DeviceState } from './device-state.js';

/** A device, and what it does. Its values do not change; an event makes a new one. */
export interface Device {
  /**
   * Its name with the technology or the provider before it, such as `PJSIP/alice`, `Custom:mydev`,
   * `Queue:support`, `confbridge:room1` or `park:701@parkedcalls`.
   */
  readonly name: string;
  /** What it does. */
  readonly state: DeviceState;
}
