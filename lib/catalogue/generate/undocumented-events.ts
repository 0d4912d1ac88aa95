// The facts are those of Asterisk's C sources, branches 16 to 22: main, apps, channels, res, addons.
import type { HandWrittenEvent } from './hand-written.js';

/** The voicemail box of a user, as two actions list it. */
const voicemailUser = `
  VMContext VoiceMailbox=name Fullname Email Pager ServerEmail FromString MailCommand Language
  TimeZone Callback Dialout UniqueID=text ExitContext SayDurationMinimum SayEnvelope SayCID
  AttachMessage AttachmentFormat DeleteMessage VolumeGain CanReview CanMarkUrgent=flag?
  CallOperator MaxMessageCount MaxMessageLength NewMessageCount OldMessageCount`;

/** The events that Asterisk 16 or 22 send, or both, and that neither of them documents. */
export const undocumentedEvents: Readonly<Record<string, HandWrittenEvent>> = {
  ChannelHungup: { family: 'channel', versions: '16, 22', fields: 'Channel' },
  ChannelsHungupListComplete: complete('channel', '16, 22'),
  CoreShowChannelMap: {
    family: 'channel',
    versions: 'from 18.19, 20.4, 21',
    fields: 'Channel ConnectedChannel=name',
  },

  BridgeListItem: { family: 'bridge', versions: '16, 22', fields: '@bridge' },
  BridgeListComplete: complete('bridge', '16, 22'),
  BridgeTechnologyListItem: {
    family: 'bridge',
    versions: '16, 22',
    fields: 'BridgeTechnology=name BridgeType BridgePriority BridgeSuspended',
  },
  BridgeTechnologyListComplete: complete('bridge', '16, 22'),

  QueueMember: {
    family: 'queue',
    versions: '16, 22',
    fields: `
      Queue Name=name Location StateInterface Membership Penalty CallsTaken LastCall LastPause
      LoginTime InCall Status=number Paused PausedReason Wrapuptime`,
  },
  QueueStatusComplete: complete('queue', '16, 22'),
  QueueSummary: {
    family: 'queue',
    versions: '16, 22',
    fields: 'Queue LoggedIn Available Callers HoldTime TalkTime LongestHoldTime',
  },
  QueueSummaryComplete: complete('queue', '16, 22'),

  ConfbridgeListComplete: complete('confbridge', '16, 22'),
  ConfbridgeListRoomsComplete: complete('confbridge', '16, 22'),

  MeetmeListComplete: complete('meetme', '16, 22'),
  MeetmeListRoomsComplete: complete('meetme', '16, 22'),

  ParkedCallsComplete: complete('parking', '16, 22', 'Total'),
  Parkinglot: {
    family: 'parking',
    versions: '16, 22',
    fields: 'Name=name StartSpace StopSpace Timeout',
  },
  ParkinglotsComplete: complete('parking', '16, 22'),

  ContactStatusDetailComplete: complete('pjsip', '16, 22'),
  InboundRegistrationDetailComplete: complete('pjsip', '16, 22'),
  OutboundRegistrationDetailComplete: complete('pjsip', '16, 22', 'Registered NotRegistered'),
  InboundSubscriptionDetailComplete: complete('pjsip', '16, 22'),
  OutboundSubscriptionDetailComplete: complete('pjsip', '16, 22'),
  ResourceListDetailComplete: complete('pjsip', '16, 22'),
  PJSIPMaintenanceStatusComplete: complete('pjsip', 'from 20.20, 22.10, 23.4'),

  // Both the SIP and the IAX driver send these four; the SIP driver to 20.
  PeerEntry: {
    family: 'sip',
    versions: '16, 22',
    fields: `
      Channeltype ObjectName ObjectUsername ChanObjectType IPaddress IPport Dynamic Trunk=flag?
      Encryption=text Status Description Mask Port AutoForcerport=flag? Forcerport=flag?
      AutoComedia=flag? Comedia=flag? VideoSupport=flag? TextSupport=flag? ACL=flag?
      RealtimeDevice=flag? Accountcode`,
  },
  PeerlistComplete: complete('sip', '16, 22'),
  RegistryEntry: {
    family: 'sip',
    versions: '16, 22',
    fields: `
      Host Port DNSmanager Username Domain DomainPort Perceived Refresh=number State
      RegistrationTime=time`,
  },
  RegistrationsComplete: complete('sip', '16, 22'),
  SIPpeerstatusComplete: complete('sip', 'to 20'),

  DeviceEntry: {
    family: 'skinny',
    versions: 'to 20',
    fields: `
      Channeltype ObjectName ChannelObjectType DeviceId IPaddress Type Devicestatus
      NumberOfLines=number`,
  },
  DevicelistComplete: complete('skinny', 'to 20'),
  LineEntry: {
    family: 'skinny',
    versions: 'to 20',
    fields: 'Channeltype ObjectName ChannelObjectType Device=text Instance Label',
  },
  LinelistComplete: complete('skinny', 'to 20'),

  DAHDIShowChannels: {
    family: 'dahdi',
    versions: '16, 22',
    fields: `
      DAHDIChannel=name Channel=text Uniqueid=text AccountCode Signalling SignallingCode Context
      DND Alarm Description`,
  },
  DAHDIShowChannelsComplete: complete('dahdi', '16, 22', 'Items'),
  DAHDIShowStatus: {
    family: 'dahdi',
    versions: 'from 18.23, 20.8, 21.3',
    fields: `
      Span=name Description Alarms IRQ=number bpviol=number CRC=number Framing Coding Options LBO`,
  },
  DAHDIShowStatusComplete: complete('dahdi', 'from 18.23, 20.8, 21.3', 'Items'),
  PRIShowSpans: {
    family: 'dahdi',
    versions: '16, 22',
    fields: 'Span=name DChannel Order Active=flag Alarm=flag Up=flag',
  },
  PRIShowSpansComplete: complete('dahdi', '16, 22', 'Items'),

  VoicemailUserEntry: { family: 'voicemail', versions: '16, 22', fields: voicemailUser },
  VoicemailUserEntryComplete: complete('voicemail', '16, 22'),
  VoicemailUserDetail: { family: 'voicemail', versions: '16, 22', fields: voicemailUser },
  VoicemailUserDetailComplete: complete('voicemail', '16, 22'),
  VoicemailBoxDetail: {
    family: 'voicemail',
    versions: 'from 18.20, 20.5, 21',
    fields: 'Folder CallerID Date Duration=number? Flag ID=name',
  },
  VoicemailBoxDetailComplete: complete('voicemail', 'from 18.20, 20.5, 21'),

  DBGetResponse: { family: 'database', versions: '16, 22', fields: 'Family=name Key=name Val' },
  DBGetComplete: complete('database', '16, 22'),
  DBGetTreeResponse: {
    family: 'database',
    versions: 'from 16.28, 18.14, 20',
    fields: 'Key=name Val',
  },
  DBGetTreeComplete: complete('database', 'from 16.28, 18.14, 20'),

  ListDialplan: {
    family: 'dialplan',
    versions: '16, 22',
    fields: `
      Context=name Extension ExtensionLabel Priority=text Application AppData Registrar
      IncludeContext Switch IgnorePattern`,
  },
  ShowDialPlanComplete: complete(
    'dialplan',
    '16, 22',
    'ListExtensions ListPriorities ListContexts',
  ),

  WaitEventComplete: { family: 'system', versions: '16, 22', fields: '' },
  MobileStatus: {
    family: 'system',
    classes: ['system'],
    versions: '16, 22',
    fields: 'Status Device',
  },

  JabberStatus: {
    family: 'user',
    classes: ['user'],
    versions: '16, 22',
    fields: 'Account JID=name Resource Status Priority=number? Description',
  },

  CCAvailable: callCompletion('Callee Service'),
  CCOfferTimerStart: callCompletion('Caller Expires=number'),
  CCRequested: callCompletion('Caller Callee'),
  CCRequestAcknowledged: callCompletion('Caller'),
  CCCallerStopMonitoring: callCompletion('Caller'),
  CCCallerStartMonitoring: callCompletion('Caller'),
  CCCallerRecalling: callCompletion('Caller'),
  CCRecallComplete: callCompletion('Caller'),
  CCFailure: callCompletion('Caller Reason'),
  CCMonitorFailed: callCompletion('Callee'),

  // Only of builds with the test framework; what follows `AppLine` depends on the state.
  TestEvent: {
    family: 'test',
    classes: ['reporting'],
    versions: '16, 22',
    fields: `
      Type State AppFile AppFunction AppLine Channel=text CallID PriorCallID Message Control
      Attempt=number? Dialled Result Feature Conference=text OldState NewState Mode DTMF
      PasswordSource Voicemail AOR Contact Endpoint Expiration Resource StateText UserAgent`,
  },
};

/** The end of a list, with what it tells besides how long the list was. */
function complete(family: string, versions: string, fields = ''): HandWrittenEvent {
  return { family, versions, fields: `EventList ListItems ${fields}`.trim() };
}

function callCompletion(fields: string): HandWrittenEvent {
  return {
    family: 'call-completion',
    classes: ['cc'],
    versions: '16, 22',
    fields: `CoreID=name ${fields}`,
  };
}
