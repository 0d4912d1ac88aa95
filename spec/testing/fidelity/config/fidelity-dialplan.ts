/**
 * What each extension does is said here, for readers of scenarios: see the comment at its line.
 * Whoever is called waits for a moment first, so that the one who calls has done his part by then.
 */
export const fidelityDialplan = `[general]
static = yes
writeprotect = no

[globals]

[default]
; answers at once, stays: the usual caller
exten => stays,1,Answer()
 same => n,Wait(60)
; where calls are transferred to; a number, since that may be dialled
exten => 300,1,Wait(0.2)
 same => n,Answer()
 same => n,Wait(60)
; answers after 0.2 s, hangs up after 0.4 s
exten => brief,1,Wait(0.2)
 same => n,Answer()
 same => n,Wait(0.4)
 same => n,Hangup()
; rings, answers after 0.2 s, stays
exten => answers,1,Wait(0.2)
 same => n,Ringing()
 same => n,Wait(0.2)
 same => n,Answer()
 same => n,Wait(60)
; the same, for a queue that watches it
exten => follows,1,Wait(0.2)
 same => n,Ringing()
 same => n,Wait(0.2)
 same => n,Answer()
 same => n,Wait(60)
; answers after 0.5 s, hangs up after 0.4 s
exten => late,1,Wait(0.5)
 same => n,Answer()
 same => n,Wait(0.4)
 same => n,Hangup()
; rings, never answers
exten => rings,1,Wait(0.2)
 same => n,Ringing()
 same => n,Wait(60)
; busy, congestion, a cause of its own
exten => busy,1,Wait(0.2)
 same => n,Busy(1)
exten => congested,1,Wait(0.2)
 same => n,Congestion(1)
exten => refuses,1,Wait(0.2)
 same => n,Hangup(21)

; dials: a callee who hangs up, who stays, who does not answer, who is busy, congested, unwilling, nobody
exten => dialbrief,1,Dial(Local/brief@default/n,10)
 same => n,Hangup()
exten => dialstays,1,Dial(Local/answers@default/n,10,tTkK)
exten => dialrings,1,Dial(Local/rings@default/n,1)
 same => n,NoOp(\${DIALSTATUS})
 same => n,Hangup()
exten => dialbusy,1,Dial(Local/busy@default/n,5)
 same => n,NoOp(\${DIALSTATUS})
 same => n,Hangup()
exten => dialcongested,1,Dial(Local/congested@default/n,5)
 same => n,Hangup()
exten => dialrefuses,1,Dial(Local/refuses@default/n,5)
 same => n,Hangup()
exten => dialnobody,1,Dial(Local/nobody@default/n,5)
 same => n,NoOp(\${DIALSTATUS})
 same => n,Hangup()
; goes on when the callee has hung up
exten => dialgoeson,1,Dial(Local/brief@default/n,10,g)
 same => n,NoOp(\${DIALSTATUS})
 same => n,Hangup()
; two at once, of whom one answers; a callee who rings for long
exten => dialtwo,1,Dial(Local/rings@default/n&Local/late@default/n,10)
 same => n,Hangup()
exten => dialpickup,1,Dial(Local/rings@default/n,20)
exten => picksup,1,Answer()
 same => n,Wait(0.2)
 same => n,Pickup(dialpickup@default)
; a Local channel that is optimised away
exten => dialoptimised,1,Dial(Local/dialtone@default,10)
exten => dialtone,1,Answer()
 same => n,Wait(0.2)
 same => n,Dial(Local/tone@default/n,10)
exten => tone,1,Wait(0.2)
 same => n,Answer()
 same => n,Milliwatt()

; queues: see fidelityQueues
exten => queuesupport,1,Queue(support,,,,20)
 same => n,Hangup()
exten => queuebrief,1,Queue(brief,,,,20)
 same => n,NoOp(\${QUEUESTATUS})
 same => n,Hangup()
exten => queuefollowing,1,Queue(following,,,,20)
exten => queueboth,1,Queue(both,,,,20)
exten => queuesilent,1,Queue(silent,,,,20)
exten => queueempty,1,Queue(empty,,,,1)
 same => n,NoOp(\${QUEUESTATUS})
 same => n,Hangup()
exten => queuewaiting,1,Queue(waiting,,,,60)
exten => queuenone,1,Wait(0.2)
 same => n,Queue(none)
 same => n,Hangup()

; conference, parking, music, digits, a user event, variables
exten => conference,1,Answer()
 same => n,ConfBridge(room)
exten => parks,1,Answer()
 same => n,Park()
exten => music,1,Answer()
 same => n,MusicOnHold(default,1)
 same => n,Hangup()
exten => digits,1,Answer()
 same => n,Wait(0.2)
 same => n,SendDTMF(12)
 same => n,Hangup()
exten => event,1,Answer()
 same => n,UserEvent(OrderPlaced,Order: 42,Customer: O'Neil)
 same => n,Wait(0.2)
 same => n,Hangup()
exten => variables,1,Answer()
 same => n,Set(ORDER=42)
 same => n,Set(CALLERID(name)=Anna)
 same => n,Set(CALLERID(num)=202)
 same => n,Set(CHANNEL(accountcode)=sales)
 same => n,Set(__INHERITED=\${ORDER})
 same => n,NoOp(\${CALLERID(all)} \${CHANNEL(accountcode)} \${ORDER} \${NONE})
 same => n,Goto(variables2,1)
exten => variables2,1,NoOp(\${EXTEN} \${CONTEXT} \${PRIORITY})
 same => n,Wait(0.2)
 same => n,Hangup()

; agent 1001 logs in; a caller asks for him
exten => agentlogin,1,Answer()
 same => n,AgentLogin(1001)
exten => agentrequest,1,AgentRequest(1001)
 same => n,Hangup()
; leaves a message of silence
exten => voicemail,1,Answer()
 same => n,VoiceMail(1235@default,s)
 same => n,Hangup()

; hints
exten => desk,hint,Custom:desk
exten => door,hint,Custom:door,CustomPresence:door
`;
