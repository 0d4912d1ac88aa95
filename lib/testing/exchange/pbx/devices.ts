import type { Pbx } from './pbx.js';

const deviceStates = [
  ...(['UNKNOWN', 'NOT_INUSE', 'INUSE', 'BUSY', 'INVALID'] as const),
  ...(['UNAVAILABLE', 'RINGING', 'RINGINUSE', 'ONHOLD'] as const),
];

/** The state of a device, as `DeviceStateChange` writes it. */
export type DeviceState = (typeof deviceStates)[number];

/** How a device finds out its state; `undefined` for a state that nobody keeps. */
export type DeviceStateProvider = (device: string) => DeviceState | undefined;

/** The states of the devices. */
export class Devices {
  /** The states that are kept: those of Custom, PJSIP, Queue, park … but not of Local. */
  readonly states = new Map<string, DeviceState>();
  readonly #listeners: ((device: string, state: DeviceState) => void)[] = [];
  readonly #providers: DeviceStateProvider[] = [];

  constructor(private readonly pbx: Pbx) {}

  /** Has states of devices found out. */
  provide(provider: DeviceStateProvider): void {
    this.#providers.push(provider);
  }

  /** Has somebody told of every change. */
  listen(listener: (device: string, state: DeviceState) => void): void {
    this.#listeners.push(listener);
  }

  /** The state of a device now. */
  stateOf(device: string): DeviceState {
    for (const provider of this.#providers) {
      const state = provider(device);
      if (state !== undefined) return state;
    }
    // Of a channel technology that there is not, or that does not know the device.
    return this.states.get(device) ?? (/^\w+\//.test(device) ? 'INVALID' : 'UNKNOWN');
  }

  /** Sets the state of a device, and tells of it if it is another. */
  set(device: string, state: DeviceState): void {
    if (this.states.get(device) === state) return;
    this.states.set(device, state);
    this.#tell(device, state);
  }

  /**
   * Sets the state of a device such as `Custom:door` by hand (func_devstate.c); `false` for other
   * devices, and for what is no state.
   */
  setCustom(device: string, state: string): boolean {
    const wanted = deviceStates.find((one) => one === state.toUpperCase());
    if (!device.startsWith('Custom:') || wanted === undefined || wanted === 'UNKNOWN') return false;
    this.set(device, wanted);
    return true;
  }

  /** Something has changed on a channel of the device: the state is found out soon. */
  changed(device: string): void {
    this.pbx.soon(() => {
      const state = this.stateOf(device);
      if (device.startsWith('Local/')) this.#tell(device, state);
      else this.set(device, state);
    });
  }

  #tell(device: string, state: DeviceState): void {
    this.pbx.emit('DeviceStateChange', ['call'], { Device: device, State: state });
    for (const listener of this.#listeners) listener(device, state);
  }
}
