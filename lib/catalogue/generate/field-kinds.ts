import type { FieldKind, SimpleKind } from '../schema/field-kind.js';

/** Which fields are decoded to what, by name and whatever the event; all others are text. */
const byKind: Partial<Record<SimpleKind, string>> = {
  name: `
    Agent AOR BridgeUniqueid Channel Conference Device Interface Linkedid Location LogChannel
    MemberName Meetme ObjectName Peer Presentity Queue Uniqueid UserEvent Variable`,
  number: `
    Abandoned AnsweredTime AppLine Attempt Available BillableSeconds BridgeNumChannels BridgePriority
    Callers Calls CallsTaken Cause ChannelState Completed CompletedFAXes ContactsRegistered Count
    CurrentSessions DataRate DefaultExpiration Duration DurationMs FailedFAXes Files HoldTime Holdtime
    Items ListContexts ListExtensions ListItems ListPriorities LoggedIn Logintime LongestHoldTime
    Marked Max MaxContacts MaxMessageCount MaxMessageLength MaximumExpiration MinimumExpiration New
    NewMessageCount NewMessages NonceLifetime NotRegistered Old OldMessageCount OldMessages
    OriginalPosition PageNumber PagesReceived PagesTransferred PagesTransmitted ParkingDuration
    ParkingTimeout Parties Penalty Position QualifyFrequency QualifyTimeout RTT ReceiveAttempts
    RegExpire Registered ReportCount ReportXCumulativeLost ReportXFractionLost ReportXIAJitter
    ReservedSessions ResultCode RingTime RoundtripUsec SayDurationMinimum Seconds SentOctets
    SentPackets ServiceLevel ServiceLevelPerf ServiceLevelPerf2 ServicelevelPerf ServicelevelPerf2
    TalkTime TimeToHangup Timeout Total TotalBadLines TotalContacts TransferRate TransmitAttempts
    Uptime VolumeGain Wait Weight Wrapuptime`,
  flag: `
    ACL Admin AttachMessage AutoComedia AutoForcerport BridgeSuspended CallOperator CanMarkUrgent
    CanReview Comedia DeleteMessage Dynamic Encryption EndMarked EndMarkedAny Forcerport InCall
    IsExternal LocalOptimization Locked MarkedUser Muted Paused RealtimeDevice Restart Ringinuse
    SayCID SayEnvelope Talking TalkingStatus TextSupport Trunk UsingPassword VideoSupport WaitMarked
    Waiting`,
  time: 'CallStarted EventTV LastCall LastPause LoggedInTime LoginTime SessionTV ExpirationTime',
  channels: 'ChanVariable',
};

/** Where a name means something else in one event. */
const byEvent: Readonly<Record<string, FieldKind>> = {
  'AOC-D.Cost': 'number',
  'AOC-E.Cost': 'number',
  'AsyncAGIExec.Result': 'encoded',
  'AsyncAGIStart.Env': 'environment',
  'CEL.Peer': 'text',
  'CoreShowChannel.Duration': 'duration',
  'ExtensionStatus.Status': 'number',
  // Seconds, which older versions do not tell.
  'FullyBooted.LastReload': 'number?',
  'FullyBooted.Uptime': 'number?',
  'MeetmeList.Muted': 'text',
  'MeetmeList.Talking': 'text',
  'MeetmeListRooms.Activity': 'duration',
  'MeetmeMute.Status': 'flag',
  'MeetmeTalkRequest.Status': 'flag',
  'MeetmeTalking.Status': 'flag',
  'OriginateResponse.Reason': 'number',
  'PeerStatus.Cause': 'text',
  'PeerStatus.Time': 'number',
  'QueueEntry.Priority': 'number',
  'QueueMember.Status': 'number',
  'QueueMemberAdded.Status': 'number',
  'QueueMemberPause.Status': 'number',
  'QueueMemberPenalty.Status': 'number',
  'QueueMemberRemoved.Status': 'number',
  'QueueMemberRinginuse.Status': 'number',
  'QueueMemberStatus.Status': 'number',
  'Registry.Cause': 'text',
  'Reload.Status': 'number',
  'Status.Variable': 'pairs',
  // Here, what is not known is `unknown`, without brackets.
  'QueueEntry.CallerIDName': 'caller',
  'QueueEntry.CallerIDNum': 'caller',
  'QueueEntry.ConnectedLineName': 'caller',
  'QueueEntry.ConnectedLineNum': 'caller',
};

const kinds = new Map(
  Object.entries(byKind).flatMap(([kind, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, kind as SimpleKind] as const),
  ),
);

/** What the field of an event is decoded to, as far as its name tells. */
export function fieldKind(event: string, field: string): FieldKind | undefined {
  return byEvent[`${event}.${field}`] ?? kinds.get(field);
}

/** What words that Asterisk documents for a field come to: yes and no are a flag, codes nothing. */
export function kindOfWords(words: readonly string[]): FieldKind | undefined {
  const all = words.map((word) => word.toLowerCase());
  const isFlag =
    all.length === 2 && yesAndNo.some((pair) => all.every((word) => pair.includes(word)));
  if (isFlag) return 'flag';
  const areWords = all.length > 1 && all.every((word) => /^[a-z][\w .&-]*$/.test(word));
  return areWords ? words : undefined;
}

const yesAndNo = [
  ['yes', 'no'],
  ['true', 'false'],
  ['on', 'off'],
  ['0', '1'],
];
