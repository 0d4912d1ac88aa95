import type { ListAction } from './list-action.js';

/**
 * Every action of Asterisk that is answered by more than one response, with the irregular ones.
 *
 * Newer servers say themselves that a list follows (`EventList: start`), which counts; the names
 * here are for those before 13.2, and for what is irregular in all of them.
 *
 * Source: Asterisk's branches 1.8 to 23, checked on live servers 16.28 and 22.10.
 */
export const listActions = {
  CoreShowChannels: {
    kind: 'list',
    entries: ['CoreShowChannel'],
    complete: 'CoreShowChannelsComplete',
  },
  Status: { kind: 'list', entries: ['Status'], complete: 'StatusComplete' },
  CoreShowChannelMap: {
    kind: 'list',
    entries: ['CoreShowChannelMap'],
    complete: 'CoreShowChannelMapComplete',
  },
  BridgeList: { kind: 'list', entries: ['BridgeListItem'], complete: 'BridgeListComplete' },
  BridgeInfo: { kind: 'list', entries: ['BridgeInfoChannel'], complete: 'BridgeInfoComplete' },
  BridgeTechnologyList: {
    kind: 'list',
    entries: ['BridgeTechnologyListItem'],
    complete: 'BridgeTechnologyListComplete',
  },
  Hangup: { kind: 'list', entries: ['ChannelHungup'], complete: 'ChannelsHungupListComplete' },
  PJSIPHangup: { kind: 'list', entries: ['ChannelHungup'], complete: 'ChannelsHungupListComplete' },
  QueueStatus: {
    kind: 'list',
    entries: ['QueueParams', 'QueueMember', 'QueueEntry'],
    complete: 'QueueStatusComplete',
  },
  QueueSummary: { kind: 'list', entries: ['QueueSummary'], complete: 'QueueSummaryComplete' },
  QueueRule: { kind: 'response', entries: [] },
  Agents: { kind: 'list', entries: ['Agents'], complete: 'AgentsComplete' },
  ConfbridgeList: {
    kind: 'list',
    entries: ['ConfbridgeList'],
    complete: 'ConfbridgeListComplete',
    none: /^No (active conferences|Conference by that name found)/,
  },
  ConfbridgeListRooms: {
    kind: 'list',
    entries: ['ConfbridgeListRooms'],
    complete: 'ConfbridgeListRoomsComplete',
    none: /^No active conferences/,
  },
  MeetmeList: {
    kind: 'list',
    entries: ['MeetmeList'],
    complete: 'MeetmeListComplete',
    none: /^No active conferences/,
  },
  MeetmeListRooms: {
    kind: 'list',
    entries: ['MeetmeListRooms'],
    complete: 'MeetmeListRoomsComplete',
    none: /^No active conferences/,
  },
  ParkedCalls: { kind: 'list', entries: ['ParkedCall'], complete: 'ParkedCallsComplete' },
  Parkinglots: { kind: 'list', entries: ['Parkinglot'], complete: 'ParkinglotsComplete' },
  DeviceStateList: {
    kind: 'list',
    entries: ['DeviceStateChange'],
    complete: 'DeviceStateListComplete',
  },
  ExtensionStateList: {
    kind: 'list',
    entries: ['ExtensionStatus'],
    complete: 'ExtensionStateListComplete',
    none: /^No dialplan hints/,
  },
  PresenceStateList: {
    kind: 'list',
    entries: ['PresenceStateChange'],
    complete: 'PresenceStateListComplete',
  },
  DBGet: {
    kind: 'list',
    entries: ['DBGetResponse'],
    complete: 'DBGetComplete',
    none: /^Database entry not found/,
  },
  DBGetTree: { kind: 'list', entries: ['DBGetTreeResponse'], complete: 'DBGetTreeComplete' },
  ShowDialPlan: { kind: 'list', entries: ['ListDialplan'], complete: 'ShowDialPlanComplete' },
  PJSIPShowEndpoints: {
    kind: 'list',
    entries: ['EndpointList'],
    complete: 'EndpointListComplete',
    none: /^No endpoints found/,
  },
  PJSIPShowEndpoint: {
    kind: 'list',
    entries: [
      'EndpointDetail',
      'AuthDetail',
      'AorDetail',
      'ContactStatusDetail',
      'TransportDetail',
      'IdentifyDetail',
    ],
    complete: 'EndpointDetailComplete',
  },
  PJSIPShowAors: {
    kind: 'list',
    entries: ['AorList'],
    complete: 'AorListComplete',
    none: /^No AORs found/,
  },
  PJSIPShowAuths: {
    kind: 'list',
    entries: ['AuthList'],
    complete: 'AuthListComplete',
    none: /^No Auths found/,
  },
  PJSIPShowContacts: {
    kind: 'list',
    entries: ['ContactList'],
    complete: 'ContactListComplete',
    none: /^No Contacts found/,
  },
  PJSIPShowRegistrationsInbound: {
    kind: 'list',
    entries: ['InboundRegistrationDetail'],
    complete: 'InboundRegistrationDetailComplete',
  },
  PJSIPShowRegistrationInboundContactStatuses: {
    kind: 'list',
    entries: ['ContactStatusDetail'],
    complete: 'ContactStatusDetailComplete',
  },
  PJSIPShowRegistrationsOutbound: {
    kind: 'list',
    entries: ['OutboundRegistrationDetail', 'AuthDetail'],
    complete: 'OutboundRegistrationDetailComplete',
  },
  PJSIPShowSubscriptionsInbound: {
    kind: 'list',
    entries: ['InboundSubscriptionDetail'],
    complete: 'InboundSubscriptionDetailComplete',
  },
  PJSIPShowSubscriptionsOutbound: {
    kind: 'list',
    entries: ['OutboundSubscriptionDetail'],
    complete: 'OutboundSubscriptionDetailComplete',
  },
  PJSIPShowResourceLists: {
    kind: 'list',
    entries: ['ResourceListDetail'],
    complete: 'ResourceListDetailComplete',
    none: /^No resource lists found/,
  },
  PJSIPShowMaintenance: {
    kind: 'list',
    entries: ['PJSIPMaintenanceStatus'],
    complete: 'PJSIPMaintenanceStatusComplete',
  },
  IAXpeers: { kind: 'list', entries: ['PeerEntry'], complete: 'PeerlistComplete', anonymous: true },
  IAXpeerlist: { kind: 'list', entries: ['PeerEntry'], complete: 'PeerlistComplete' },
  IAXregistry: { kind: 'list', entries: ['RegistryEntry'], complete: 'RegistrationsComplete' },
  IAXnetstats: { kind: 'unanswered', entries: [] },
  SIPpeers: { kind: 'list', entries: ['PeerEntry'], complete: 'PeerlistComplete', removedIn: 21 },
  SIPpeerstatus: {
    kind: 'list',
    entries: ['PeerStatus'],
    complete: 'SIPpeerstatusComplete',
    removedIn: 21,
  },
  SIPshowregistry: {
    kind: 'list',
    entries: ['RegistryEntry'],
    complete: 'RegistrationsComplete',
    removedIn: 21,
  },
  // Its SIPQualifyPeerDone never comes for a peer that has no address: the response is the answer.
  SIPqualifypeer: { kind: 'response', entries: [] },
  SKINNYdevices: {
    kind: 'list',
    entries: ['DeviceEntry'],
    complete: 'DevicelistComplete',
    removedIn: 21,
  },
  SKINNYlines: {
    kind: 'list',
    entries: ['LineEntry'],
    complete: 'LinelistComplete',
    removedIn: 21,
  },
  VoicemailUsersList: {
    kind: 'list',
    entries: ['VoicemailUserEntry'],
    complete: 'VoicemailUserEntryComplete',
  },
  VoicemailUserStatus: {
    kind: 'list',
    entries: ['VoicemailUserDetail'],
    complete: 'VoicemailUserDetailComplete',
  },
  VoicemailBoxSummary: {
    kind: 'list',
    entries: ['VoicemailBoxDetail'],
    complete: 'VoicemailBoxDetailComplete',
  },
  FAXSessions: { kind: 'list', entries: ['FAXSessionsEntry'], complete: 'FAXSessionsComplete' },
  FAXSession: { kind: 'event', entries: ['FAXSession'] },
  FAXStats: { kind: 'event', entries: ['FAXStats'] },
  MWIGet: { kind: 'list', entries: ['MWIGet'], complete: 'MWIGetComplete' },
  DAHDIShowChannels: {
    kind: 'list',
    entries: ['DAHDIShowChannels'],
    complete: 'DAHDIShowChannelsComplete',
  },
  DAHDIShowStatus: {
    kind: 'list',
    entries: ['DAHDIShowStatus'],
    complete: 'DAHDIShowStatusComplete',
  },
  PRIShowSpans: { kind: 'list', entries: ['PRIShowSpans'], complete: 'PRIShowSpansComplete' },
  WaitEvent: { kind: 'event', entries: [], complete: 'WaitEventComplete' },
  DataGet: {
    kind: 'bare-event',
    entries: ['DataGet Tree'],
    none: /^No data returned/,
    removedIn: 15,
  },
  Originate: { kind: 'event', entries: ['OriginateResponse'], broadcast: 'call' },
  // AsyncAGI, with SubEvent Exec, up to Asterisk 11.
  AGI: { kind: 'event', entries: ['AsyncAGIExec', 'AsyncAGI'], broadcast: 'agi' },
  JabberSend: { kind: 'response', entries: [], responses: 2 },
} as const satisfies Record<string, ListAction>;
