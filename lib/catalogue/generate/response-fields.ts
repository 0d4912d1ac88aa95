import type { ResponseFields } from './hand-written.js';

/**
 * What the responses to single actions hold, besides `Response`, `ActionID` and `Message`. The kinds
 * are written out here: what is not marked is text.
 *
 * Source: the recordings of Asterisk 16.28 and 22.10, and the handlers in `main/manager.c`,
 * `main/pbx.c`, `apps/app_mixmonitor.c` and `channels/chan_sip.c`.
 */
export const responseFields: Readonly<Record<string, ResponseFields>> = {
  Challenge: 'Challenge=name',
  Command: 'Privilege Output=texts',
  CoreSettings: `AMIversion=name AsteriskVersion=name SystemName CoreMaxCalls=number
    CoreMaxLoadAvg=number CoreRunUser CoreRunGroup CoreMaxFilehandles=number
    CoreRealTimeEnabled=flag CoreCDRenabled=flag CoreHTTPenabled=flag SoundsSearchCustomDir=flag?`,
  CoreStatus: `CoreStartupDate=name CoreStartupTime=name CoreReloadDate=name CoreReloadTime=name
    CoreCurrentCalls=number CoreProcessedCalls=number?`,
  Events: 'Events=flag',
  ExtensionState: 'Exten=name Context=name Hint Status=number StatusText=name',
  GetConfigJSON: 'JSON=name',
  Getvar: 'Variable=name Value',
  MailboxCount: 'Mailbox=name UrgMessages=number NewMessages=number OldMessages=number',
  MailboxStatus: 'Mailbox=name Waiting=number',
  MixMonitor: 'MixMonitorID',
  ModuleCheck: 'Version',
  Ping: 'Ping=name Timestamp=time',
  PresenceState: 'State=name Subtype PresenceMessage',
  QueueRule: 'RuleList=texts Rule=texts',
  SIPshowpeer: `Channeltype ObjectName ChanObjectType SecretExist=flag? RemoteSecretExist=flag?
    MD5SecretExist=flag? Context SubscribeContext Language ToneZone Accountcode AMAflags
    CID-CallingPres SIP-FromUser SIP-FromDomain Sip-FromDomain-Port Callgroup Pickupgroup MOHSuggest
    VoiceMailbox TransferMode LastMsgsSent Maxforwards=number? Call-limit=number?
    Busy-level=number? MaxCallBR Dynamic=flag? Callerid RegExpire SIP-AuthInsecure SIP-Forcerport
    SIP-Comedia ACL=flag? SIP-CanReinvite=flag? SIP-DirectMedia=flag? SIP-PromiscRedir=flag?
    SIP-UserPhone=flag? SIP-VideoSupport=flag? SIP-TextSupport=flag? SIP-T.38Support=flag?
    SIP-T.38EC SIP-T.38MaxDtgrm=number? SIP-Sess-Timers SIP-Sess-Refresh SIP-Sess-Expires=number?
    SIP-Sess-Min=number? SIP-RTP-Engine SIP-Encryption=flag? SIP-RTCP-Mux=flag? SIP-DTMFmode ToHost
    Address-IP Address-Port Default-addr-IP Default-addr-port Default-Username RegExtension Codecs
    Status SIP-Useragent Reg-Contact QualifyFreq Parkinglot ChanVariable=pairs
    SIP-Use-Reason-Header=flag? Description`,
};
