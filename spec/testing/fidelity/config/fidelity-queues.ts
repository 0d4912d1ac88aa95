/** A queue for each scenario, as queues remember what happened in them. */
export const fidelityQueues = `[general]
persistentmembers = no

; a member who answers and stays, one who hangs up, one whose state follows the channel
[support]
strategy = ringall
timeout = 5
member => Local/answers@default/n,0,Bob,Custom:bob
[brief]
strategy = ringall
timeout = 5
member => Local/brief@default/n,0,Bob,Custom:bob
[following]
strategy = ringall
timeout = 5
member => Local/follows@default/n,0,Carol
; two members at once, of whom one answers
[both]
strategy = ringall
timeout = 5
member => Local/rings@default/n,0,Bob,Custom:bob
member => Local/late@default/n,0,Dave,Custom:dave
; a member who does not answer
[silent]
strategy = ringall
timeout = 1
retry = 1
member => Local/rings@default/n,0,Bob,Custom:bob
; nobody
[empty]
strategy = rrmemory
[waiting]
strategy = rrmemory
[members]
strategy = rrmemory
[refused]
strategy = rrmemory
`;
