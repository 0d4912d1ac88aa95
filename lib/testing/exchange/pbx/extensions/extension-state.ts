import type { DeviceState } from '../devices.js';

/** What is said of an extension by a number and a word. */
export interface ExtensionState {
  /** Bits: 1 in use, 2 busy, 4 unavailable, 8 ringing, 16 on hold; -1 without a hint. */
  readonly status: number;
  readonly text: string;
}

const idle: ExtensionState = { status: 0, text: 'Idle' };
const unavailable: ExtensionState = { status: 4, text: 'Unavailable' };

/** What a state of devices says of an extension (ast_devstate_to_extenstate in pbx.c). */
export const extensionStates: Readonly<Record<DeviceState, ExtensionState>> = {
  UNKNOWN: idle,
  NOT_INUSE: idle,
  INUSE: { status: 1, text: 'InUse' },
  BUSY: { status: 2, text: 'Busy' },
  INVALID: unavailable,
  UNAVAILABLE: unavailable,
  RINGING: { status: 8, text: 'Ringing' },
  RINGINUSE: { status: 9, text: 'InUse&Ringing' },
  ONHOLD: { status: 16, text: 'Hold' },
};

/** What is said of an extension that has no hint. */
export const noExtensionState: ExtensionState = { status: -1, text: 'Unknown' };
