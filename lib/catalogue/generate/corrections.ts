/** Names that events have on the wire, where the documentation has another spelling. */
export const wireNames: Readonly<Record<string, string>> = {
  NewExten: 'Newexten',
};

/** Fields that documented events have and their documentation lacks. */
export const extraFields: Readonly<Record<string, string>> = {
  AgentsComplete: 'EventList ListItems',
  AttendedTransfer: 'IsExternal',
  AsyncAGIExec: 'CommandId',
  BridgeInfoComplete: 'EventList ListItems',
  CEL: 'Channel Userfield',
  ConfbridgeList: 'EndMarkedAny',
  EndpointDetail: 'FollowRedirectMethods',
  FAXSessionsComplete: 'EventList ListItems',
  LogChannel: 'Enabled=text Reason=text',
  QueueParams: 'Queue ServiceLevel ServicelevelPerf ServicelevelPerf2 Weight',
  Rename: 'Channel Newname=name Uniqueid',
  Status: 'Variable',
  StatusComplete: 'EventList ListItems',
  TransportDetail: 'AsyncOperations',
};

/**
 * Channels and bridges that events do not always tell of, although no recording lacks them, as live
 * servers show or their source says: those of a call that is already over, above all.
 */
export const mayLack: readonly string[] = [
  'AgentCalled.DestChannel',
  'AgentComplete.Channel',
  'AgentComplete.DestChannel',
  'AgentConnect.Channel',
  'AgentConnect.DestChannel',
  'AgentDump.Channel',
  'AgentDump.DestChannel',
  'AgentRingNoAnswer.Channel',
  'AgentRingNoAnswer.DestChannel',
  'AOC-D.Channel',
  'AOC-E.Channel',
  'AOC-S.Channel',
  'AttendedTransfer.TransferTargetChannel',
  'BlindTransfer.Bridge',
  'BlindTransfer.TransfereeChannel',
  'MessageWaiting.Channel',
  'RTCPReceived.Channel',
  'RTCPSent.Channel',
];

/** What Asterisk requires although it documents otherwise, and the other way round. */
export const required: Readonly<Record<string, boolean>> = {
  // Only its own handler looks at these, after the documentation's syntax.
  'BlindTransfer.Exten': true,
  'CoreShowChannelMap.Channel': true,
};

/** Events of Asterisk 16 that only the documentation of 22 has. */
export const undocumentedIn16: readonly string[] = [
  'BridgeMerge',
  'ConfbridgeListRooms',
  'DTMFBegin',
  'DTMFEnd',
  'Flash',
  'InboundRegistrationDetail',
  'InboundSubscriptionDetail',
  'LogChannel',
  'MeetmeList',
  'MeetmeListRooms',
  'MessageWaiting',
  'OutboundRegistrationDetail',
  'OutboundSubscriptionDetail',
  'Rename',
  'ResourceListDetail',
  'Wink',
];
