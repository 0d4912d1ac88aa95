/** Queues, and the agents that have nothing to do with them but the trade. */
export function queuesConf(): Record<string, string> {
  return { 'queues.conf': queues, 'queuerules.conf': rules, 'agents.conf': agents };
}

const queues = `[general]
persistentmembers = no

; one member answers after 0.2 s, one lets it ring
[support]
strategy = ringall
timeout = 5
member => Local/101@default/n,0,Alice,Custom:mydev
member => Local/121@default/n,5,Bob,Custom:bob
setinterfacevar = no

; the member's state follows its channel
[sales]
strategy = ringall
timeout = 5
member => Local/100@default/n,0,Carol

[empty]
strategy = rrmemory
joinempty = yes
`;

const rules = `[myrule]
penaltychange => 30,+3
penaltychange => 60,10,5
`;

const agents = `[general]

[1001]
fullname = Agent One

[1002]
fullname = Agent Two
`;
