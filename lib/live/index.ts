export { liveAgents } from './live-agents.js';
export type { Agent, AgentState } from './agents/agent.js';
export { liveBridges } from './live-bridges.js';
export type { Bridge } from './bridges/bridge.js';
export { liveCalls } from './live-calls.js';
export type {
  Answer,
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
export { liveConferences } from './live-conferences.js';
export type { Conference, Participant } from './conferences/conference.js';
export { liveDevices } from './live-devices.js';
export type { DeviceState } from './devices/device-state.js';
export type { Device } from './devices/device.js';
export { liveEndpoints } from './live-endpoints.js';
export type { Contact, ContactState } from './endpoints/contact.js';
export type { Endpoint, Reachability } from './endpoints/endpoint.js';
export { liveExchange } from './live-exchange.js';
export type { LiveExchange } from './live-exchange.js';
export { liveExtensions } from './live-extensions.js';
export type { Extension } from './extensions/extension.js';
export type { HintStatus } from './extensions/hint-status.js';
export type { Presence, PresenceState } from './extensions/presence.js';
export { liveMailboxes } from './live-mailboxes.js';
export type { Mailbox } from './mailboxes/mailbox.js';
export { liveParking, liveParkingLots } from './live-parking.js';
export type { ParkedCall } from './parking/parked-call.js';
export type { ParkingLot } from './parking/parking-lot.js';
export { liveQueues } from './live-queues.js';
export {
  availableMembers,
  longestWaitMs,
  oldestJoinedAt,
  pausedMembers,
  talkingMembers,
} from './queues/queue-summary.js';
export type {
  Queue,
  QueueCaller,
  QueueFigures,
  QueueMember,
  QueueMemberCall,
  QueueMembership,
  QueueMemberState,
} from './queues/queue.js';
export { liveRegistrations } from './live-registrations.js';
export type { Registration, RegistrationState } from './endpoints/registration.js';
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
