import type { Scenario } from '../scenario.js';

type Loose = NonNullable<Scenario['loose']>;

/** The channel changes its state and is gone, before its device is asked how it is. */
export const shortCall: Loose = {
  DeviceStateChange: 'a state that lasted for an instant may be missed',
};

/** Both parties are sent away from a bridge. */
export const partedAtOnce: Loose = {
  BridgeLeave: 'both channels leave at once, each in its own thread',
};

/** Two bridges become one. */
export const merged: Loose = {
  ...partedAtOnce,
  BridgeMerge: 'told while the channels move',
  AttendedTransfer: 'told while the parties learn of each other',
};

/** What may come or not when a Local channel is no longer needed. */
export const optimised: NonNullable<Scenario['unsure']> = {
  HangupRequest: 'whichever half goes first asks the other one',
  CHANLOCALSTATUS: 'set if it is the second half that goes first',
};
