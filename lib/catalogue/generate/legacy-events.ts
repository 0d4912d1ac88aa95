// The facts are those of Asterisk's C sources, branches 1.2 to 15: main, apps, channels, res.
import type { HandWrittenEvent } from './hand-written.js';

const bridged = 'Channel1=name Channel2=name Uniqueid1=name Uniqueid2=name CallerID1 CallerID2';

const originated = 'Channel Context Exten Reason=number Uniqueid=text CallerIDNum CallerIDName';

const fax = `
  Channel Exten CallerID RemoteStationID LocalStationID PagesTransferred Resolution TransferRate
  FileName`;

const faxStatus = 'Status Channel Context Exten CallerID LocalStationID FileName=texts';

/** The events that only versions before Asterisk 16 send. */
export const legacyEvents: Readonly<Record<string, HandWrittenEvent>> = {
  Masquerade: {
    family: 'channel',
    classes: ['call'],
    versions: '1.6 to 11',
    fields: 'Clone=name CloneState Original=name OriginalState',
  },
  NewPeerAccount: {
    family: 'channel',
    classes: ['call'],
    versions: '1.8 to 11',
    fields: 'Channel Uniqueid PeerAccount OldPeerAccount',
  },
  ChannelUpdate: {
    family: 'channel',
    classes: ['system'],
    versions: '1.6 to 11',
    fields: `
      Channel Uniqueid=text Channeltype SIPcallid SIPfullcontact IAX2-callno-local
      IAX2-callno-remote IAX2-peer Gtalk-SID CallRef`,
  },

  // Up to 1.4, with a source and one event per call; since, with a beginning and an end.
  Dial: {
    family: 'dial',
    classes: ['call'],
    versions: 'to 11',
    fields: `
      SubEvent Channel=text Source Destination CallerID CallerIDNum CallerIDName ConnectedLineNum
      ConnectedLineName UniqueID=text SrcUniqueID DestUniqueID Dialstring DialStatus`,
  },
  OriginateSuccess: {
    family: 'dial',
    classes: ['call'],
    versions: 'to 1.2',
    fields: originated,
  },
  OriginateFailure: {
    family: 'dial',
    classes: ['call'],
    versions: 'to 1.2',
    fields: originated,
  },

  Bridge: {
    family: 'bridge',
    classes: ['call'],
    versions: '1.6 to 11',
    fields: `Bridgestate Bridgetype ${bridged}`,
  },
  Link: { family: 'bridge', classes: ['call'], versions: 'to 1.4', fields: bridged },
  Unlink: { family: 'bridge', classes: ['call'], versions: 'to 1.4', fields: bridged },
  BridgeAction: {
    family: 'bridge',
    classes: ['call'],
    versions: '1.6 to 11',
    fields: 'Response Reason Channel1=name Channel2=name',
  },
  BridgeExec: {
    family: 'bridge',
    classes: ['call'],
    versions: '1.6 to 11',
    fields: 'Response Reason Channel1=name Channel2=name',
  },

  Join: {
    family: 'queue',
    classes: ['call'],
    versions: 'to 11',
    fields: `
      Channel CallerID=caller CallerIDNum=caller CallerIDName=caller ConnectedLineNum=caller
      ConnectedLineName=caller Queue Position Count Uniqueid=text`,
  },
  Leave: {
    family: 'queue',
    classes: ['call'],
    versions: 'to 11',
    fields: 'Channel Queue Count Position=number? Uniqueid=text',
  },
  QueueMemberPaused: {
    family: 'queue',
    classes: ['agent'],
    versions: 'to 11',
    fields: 'Queue Location MemberName=text Paused Reason',
  },

  Agentlogin: {
    family: 'agent',
    classes: ['agent'],
    versions: 'to 11',
    fields: 'Agent Channel Uniqueid',
  },
  Agentlogoff: {
    family: 'agent',
    classes: ['agent'],
    versions: 'to 11',
    fields: 'Agent Logintime Uniqueid=text',
  },
  Agentcallbacklogin: {
    family: 'agent',
    classes: ['agent'],
    versions: 'to 1.4',
    fields: 'Agent Loginchan Uniqueid=text',
  },
  Agentcallbacklogoff: {
    family: 'agent',
    classes: ['agent'],
    versions: 'to 1.6',
    fields: 'Agent Reason Loginchan Logintime Uniqueid=text',
  },

  MeetmeStopTalking: {
    family: 'meetme',
    classes: ['call'],
    versions: 'to 1.4',
    fields: 'Channel Uniqueid Meetme Usernum',
  },

  Transfer: {
    family: 'transfer',
    classes: ['call'],
    versions: '1.6 to 11',
    fields: `
      TransferMethod TransferType Channel Uniqueid SIP-Callid TargetChannel TargetUniqueid
      TransferExten TransferContext Transfer2Parking=flag?`,
  },

  JitterBufStats: {
    family: 'iax',
    classes: ['reporting'],
    versions: '1.6 to 11',
    fields: `
      Owner Ping=number LocalJitter=number LocalJbDelay=number LocalTotalLost=number
      LocalLossPercent=number LocalDropped=number Localooo=number LocalReceived=number
      RemoteJitter=number RemoteJbDelay=number RemoteTotalLost=number RemoteLossPercent=number?
      RemoteDropped=number Remoteooo=number RemoteReceived=number`,
  },

  ZapShowChannels: {
    family: 'dahdi',
    versions: 'to 1.4',
    fields: 'Channel Signalling Context DND Alarm',
  },
  ZapShowChannelsComplete: { family: 'dahdi', versions: 'to 1.4', fields: '' },

  FaxSent: { family: 'fax', classes: ['call'], versions: '1.6 to 11', fields: fax },
  FaxReceived: { family: 'fax', classes: ['call'], versions: '1.6 to 11', fields: fax },
  SendFAXStatus: { family: 'fax', classes: ['call'], versions: '1.8', fields: faxStatus },
  ReceiveFAXStatus: { family: 'fax', classes: ['call'], versions: '1.8', fields: faxStatus },

  AsyncAGI: {
    family: 'agi',
    classes: ['agi'],
    versions: '1.6 to 11',
    fields: 'SubEvent Channel Env=environment CommandID Result=encoded',
  },
  AGIExec: {
    family: 'agi',
    classes: ['agi'],
    versions: '1.6 to 11',
    fields: 'SubEvent Channel CommandId Command ResultCode=number? Result',
  },

  MusicOnHold: {
    family: 'media',
    classes: ['call'],
    versions: '1.6 to 11',
    fields: 'State Channel UniqueID=text Class',
  },
  DTMF: {
    family: 'media',
    classes: ['dtmf'],
    versions: '1.6 to 11',
    fields: 'Channel Uniqueid Digit Direction Begin=flag End=flag',
  },
  RTPSenderStat: {
    family: 'media',
    classes: ['reporting'],
    versions: '1.6',
    fields: 'SSRC SentPackets LostPackets=number Jitter=number SRCount=number RTT',
  },
  RTPReceiverStat: {
    family: 'media',
    classes: ['reporting'],
    versions: '1.6',
    fields: `
      SSRC ReceivedPackets=number LostPackets=number Jitter=number Transit=number RRCount=number`,
  },

  // Its fields are the tree that was asked for.
  'DataGet Tree': { family: 'system', versions: '1.8 to 14', fields: '' },
  ChannelReload: {
    family: 'system',
    classes: ['system'],
    versions: 'to 11',
    fields: `
      Channel=text ChannelType ReloadReason Registry_Count=number? Peer_Count=number?
      User_Count=number?`,
  },
  ModuleLoadReport: {
    family: 'system',
    classes: ['system'],
    versions: '1.6 to 11',
    fields: 'ModuleLoadStatus ModuleSelection ModuleCount=number',
  },

  JabberEvent: {
    family: 'user',
    classes: ['user'],
    versions: 'to 11',
    fields: 'Account Packet',
  },
};
