export { liveBridges } from './live-bridges.js';
export type { Bridge } from './bridges/bridge.js';
export { liveCalls } from './live-calls.js';
export type {
  Call,
  CallResult,
  CallState,
  Leg,
  ParkingPlace,
  Pickup,
  QueueAgent,
  QueueVisit,
  Transfer,
} from './calls/call.js';
export type { Dial, DialStatus } from './calls/dial.js';
export type { TimelineEntry, TimelineType } from './calls/timeline.js';
export { liveChannels } from './live-channels.js';
export type {
  Application,
  Channel,
  ChannelState,
  DialplanPlace,
  HangupCause,
  Party,
} from './channels/channel.js';
export type { LiveState } from './core/active-model.js';
export type { Cause, Change } from './core/change.js';
export type { LiveOptions } from './core/live-of.js';
export type { Live } from './core/live.js';
export { answered } from './operators/answered.js';
export { becoming } from './operators/becoming.js';
export { ended } from './operators/ended.js';
export { held } from './operators/held.js';
export { inQueue } from './operators/in-queue.js';
export { involving } from './operators/involving.js';
export { longerThan } from './operators/longer-than.js';
export { missed } from './operators/missed.js';
export { parked } from './operators/parked.js';
export { queued } from './operators/queued.js';
export { ringing } from './operators/ringing.js';
export { started } from './operators/started.js';
