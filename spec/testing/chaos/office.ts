import type { ExchangeOptions } from '../../../lib/testing/index.js';

/** An exchange that has some of everything that live state tells of. */
export const office: ExchangeOptions = {
  phones: {
    alice: { number: '1001', name: 'Alice', mailbox: '1001@default' },
    bob: { number: '1002', name: 'Bob' },
    carol: { number: '1003', name: 'Carol' },
    dave: { number: '1004', name: 'Dave' },
    erin: { number: '1005', name: 'Erin' },
  },
  queues: `[support]
strategy = ringall
timeout = 3
retry = 1
member => PJSIP/carol,0,Carol,PJSIP/carol
member => PJSIP/dave,0,Dave,PJSIP/dave
[sales]
strategy = rrmemory
timeout = 3
retry = 1
wrapuptime = 1
member => PJSIP/bob,0,Bob,PJSIP/bob
member => PJSIP/erin,1,Erin,PJSIP/erin
`,
  agents: `[7001]
fullname = Frank
[7002]
fullname = Grace
`,
  voicemail: `[general]
[default]
1001 => 1234,Alice
1002 => 1234,Bob
`,
  pjsip: `[trunk]
type = registration
client_uri = sip:us@example.com
server_uri = sip:example.com
`,
  dialplan: `[default]
exten => 1001,1,Dial(PJSIP/alice,8,tTkK)
exten => 1001,hint,PJSIP/alice
exten => 1002,1,Dial(PJSIP/bob,8,tTkK)
exten => 1002,hint,PJSIP/bob&Custom:bob
exten => 1003,1,Dial(PJSIP/carol,8,tTkK)
exten => 1004,1,Dial(Local/1003@default&PJSIP/dave,8,tTkK)
exten => 1005,1,Dial(PJSIP/erin,8,tTkK)
exten => 2001,1,Answer()
 same => n,Queue(support,,,,20)
exten => 2002,1,Answer()
 same => n,Queue(sales,,,,20)
exten => 3000,1,Answer()
 same => n,ConfBridge(3000)
exten => 3001,1,Answer()
 same => n,ConfBridge(3001)
exten => 4000,1,Answer()
 same => n,Park()
exten => 5000,1,Answer()
 same => n,Echo()
exten => 6000,1,Answer()
 same => n,VoiceMail(1001@default)
exten => 7001,1,AgentLogin(7001,s)
exten => 7002,1,AgentLogin(7002)
exten => 7101,1,AgentRequest(7001)
 same => n,Wait(1)
include => parkedcalls
`,
};
