export { parseRecording } from './recording/parse-recording.js';
export { record } from './recording/record.js';
export type { RecordedEntry, Recording } from './recording/recording.js';
export { replay } from './recording/replay.js';
export type { ReplayOptions } from './recording/replay-entries.js';
export { ReplayServer } from './recording/replay-server.js';
export type { ReplayServerOptions } from './recording/replay-server.js';
export { createExchange } from './exchange/create-exchange.js';
export { Exchange } from './exchange/exchange.js';
export type { ExchangeOptions, RestartOptions } from './exchange/exchange-options.js';
export type {
  ActionHandler,
  ActionRequest,
  ExchangeSession,
} from './exchange/manager/action-request.js';
export type { Fields } from './exchange/pbx/fields.js';
export type { CallScript } from './exchange/scripts/call-script.js';
export type { Side } from './exchange/scripts/course-of-call.js';
export type { ScriptedCall } from './exchange/scripts/scripted-call.js';
export type { ScriptedQueue } from './exchange/scripts/scripted-queue.js';
export type { CallKind } from './exchange/traffic/call-kind.js';
export type { TrafficCall, TrafficOptions } from './exchange/traffic/traffic-options.js';
export { bridgeFields } from './marbles/bridge-fields.js';
export type { BridgeFields } from './marbles/bridge-fields.js';
export { channelFields } from './marbles/channel-fields.js';
export type { ChannelFields } from './marbles/channel-fields.js';
export { event } from './marbles/event.js';
export { inShort } from './marbles/in-short.js';
export { messages } from './marbles/messages.js';
export { response } from './marbles/response.js';
export type { WrittenEvent, WrittenFields, WrittenValue } from './marbles/written-fields.js';
export type { Answer, Answers } from './fake-client/answer.js';
export { fakeClient } from './fake-client/fake-client.js';
export type { FakeClient } from './fake-client/fake-client.js';
export type { FakeClientOptions, Refusal } from './fake-client/fake-client-options.js';
export type {
  ActionFaultParameters,
  Fault,
  FaultKind,
  FaultOf,
  FaultParameters,
  RepeatedFaultParameters,
} from './exchange/faults/fault.js';
export { FaultInjector } from './exchange/faults/fault-injector.js';
export type { FaultTarget, TimedFault } from './exchange/faults/fault-injector.js';
export { randomFaults } from './exchange/faults/random-faults.js';
export type { RandomFaultsOptions } from './exchange/faults/random-faults.js';
export { Random } from './exchange/random.js';
export { VirtualClock } from './virtual-clock.js';
export type { Account } from './exchange/manager/account.js';
export type { PhoneInit } from './exchange/pbx/phones.js';
