/** What each extension does is said once, here, for readers of specs: see the comment at its line. */
export const dialplan = `[general]
static = yes
writeprotect = no

[globals]

[default]
; answers at once, hangs up after 2 s
exten => 100,1,Answer()
 same => n,Wait(2)
 same => n,Hangup()
; answers after 0.2 s, hangs up after 3 s
exten => 101,1,Wait(0.2)
 same => n,Answer()
 same => n,Wait(3)
 same => n,Hangup()
; answers, stays a minute
exten => 110,1,Answer()
 same => n,Wait(60)
; busy
exten => 120,1,Busy(1)
; rings, never answers
exten => 121,1,Ringing()
 same => n,Wait(20)
; congestion
exten => 122,1,Congestion(1)
; queues: two members; nobody; one member who answers
exten => 200,1,Queue(support,,,,20)
exten => 201,1,Queue(empty,,,,3)
exten => 202,1,Queue(sales,,,,20)
; waits in a queue for longer
exten => 210,1,Queue(empty,,,,60)
; conference
exten => 300,1,Answer()
 same => n,ConfBridge(room1)
; dials a Local channel: optimised away, kept, and unanswered
exten => 400,1,Dial(Local/101@default,10)
exten => 401,1,Dial(Local/101@default/n,10)
exten => 402,1,Dial(Local/121@default/n,1)
; bridges with transfer, park and pickup
exten => 410,1,Dial(Local/411@default,10,tTkK)
exten => 411,1,Dial(Local/970@default/n,10)
exten => 412,1,Dial(Local/110@default/n,20,tTkK)
exten => 413,1,Dial(Local/121@default/n,20)
exten => 414,1,Answer()
 same => n,Pickup(413@default)
exten => 415,1,Answer()
 same => n,Wait(30)
; parks the caller
exten => 500,1,Answer()
 same => n,Park()
; asynchronous AGI
exten => 600,1,Answer()
 same => n,AGI(agi:async)
; leaves a message of silence in a mailbox
exten => 750,1,Answer()
 same => n,VoiceMail(1235@default,s)
; agent 1001 logs in; a caller asks for him
exten => 800,1,Answer()
 same => n,AgentLogin(1001)
exten => 801,1,AgentRequest(1001)
; hints: a device set by hand, an endpoint, two devices with a presence
exten => 900,1,NoOp()
exten => 900,hint,Custom:mydev
exten => 901,hint,PJSIP/alice
exten => 902,hint,Custom:a&Custom:b,CustomPresence:p1
; line ends in whatever a call can carry
exten => 950,1,Set(CALLERID(name)=\${URIDECODE(Evil%0d%0aX-Inj: yes)})
 same => n,Set(NLVAR=\${URIDECODE(l1%0d%0aX-Inj: v)})
 same => n,Set(CALLERID(num)=\${URIDECODE(12%0d%0aX-InjNum: n)})
 same => n,UserEvent(MyEv,Key1: val1,Key2: \${URIDECODE(a%0d%0aX-InjUE: yes)})
 same => n,NoOp(\${NLVAR})
 same => n,Set(CHANNEL(accountcode)=\${URIDECODE(ac%0d%0aX-InjAcct: yes)})
 same => n,Set(DB(t/nl)=\${NLVAR})
 same => n,Wait(3)
; a user event and a few variables, all harmless
exten => 951,1,Answer()
 same => n,Set(ORDER=42)
 same => n,UserEvent(OrderPlaced,Order: 42,Customer: O'Neil)
 same => n,Wait(1)
; a caller's name in latin1, and one in UTF-8
exten => 952,1,Set(CALLERID(name)=\${URIDECODE(Jos%e9)})
 same => n,Answer()
 same => n,Wait(2)
exten => 953,1,Set(CALLERID(name)=\${URIDECODE(J%C3%BCrgen%20%E6%97%A5%E6%9C%AC)})
 same => n,Answer()
 same => n,Wait(2)
; music on hold, DTMF, a tone
exten => 960,1,Answer()
 same => n,Set(CHANNEL(hangup_handler_push)=)
 same => n,MusicOnHold(default,2)
exten => 961,1,Answer()
 same => n,SendDTMF(12)
 same => n,Wait(1)
exten => 970,1,Answer()
 same => n,Milliwatt()

[res_parking]
include => parkedcalls
`;
