/** Where the calls of a load go. Nothing here ends by itself soon, unless it is told to. */
export const loadDialplan = `[general]
static = yes
writeprotect = no

[load]
; answers, stays
exten => stay,1,Answer()
 same => n,Wait(600)
; two parties, through a Local channel that is kept and one that is optimised away
exten => kept,1,Dial(Local/stay@load/n,20,tTkK)
exten => optimised,1,Dial(Local/stay@load,20,tTkK)
; nobody to talk to
exten => busy,1,Dial(Local/isbusy@load/n,5)
 same => n,Wait(600)
exten => isbusy,1,Busy(1)
exten => noanswer,1,Dial(Local/rings@load/n,1)
exten => rings,1,Ringing()
 same => n,Wait(20)
; queues: members who answer; nobody
exten => queued,1,Queue(load,,,,60)
exten => abandoned,1,Queue(nobody,,,,60)
; conference, parking lot
exten => conference,1,Answer()
 same => n,ConfBridge(load)
exten => parked,1,Answer()
 same => n,Park()
`;

/** The queues of a load. */
export const loadQueues = `[general]
persistentmembers = no

[load]
strategy = ringall
timeout = 5
member => Local/stay@load/n,0,Alice,Custom:alice
member => Local/kept@load/n,0,Bob,Custom:bob
member => Local/stay@load,1,Carol

[nobody]
strategy = rrmemory
joinempty = yes
`;
