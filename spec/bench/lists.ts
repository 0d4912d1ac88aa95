/** The lists of the server: what is up when a client comes is nothing but a queue with its member. */
const LISTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['CoreShowChannels', []],
  ['BridgeList', []],
  [
    'QueueStatus',
    [
      'Event: QueueParams\r\nQueue: support\r\nMax: 0\r\nStrategy: ringall\r\nCalls: 0\r\n' +
        'Holdtime: 0\r\nTalkTime: 3\r\nCompleted: 1\r\nAbandoned: 0\r\nServiceLevel: 0\r\n' +
        'ServicelevelPerf: 100.0\r\nServicelevelPerf2: 100.0\r\nWeight: 0\r\n',
      'Event: QueueMember\r\nQueue: support\r\nName: Alice\r\nLocation: Local/101@default/n\r\n' +
        'StateInterface: Custom:mydev\r\nMembership: static\r\nPenalty: 0\r\nCallsTaken: 1\r\n' +
        'LastCall: 1795396718\r\nLastPause: 0\r\nLoginTime: 1795396587\r\nInCall: 0\r\n' +
        'Status: 1\r\nPaused: 0\r\nPausedReason: \r\nWrapuptime: 0\r\n',
    ],
  ],
]);

/** The messages of a list, all but its response; `undefined` of what is no list. */
export function listOf(action: string, actionId: string): string | undefined {
  const entries = LISTS.get(action);
  if (entries === undefined) return undefined;
  const end =
    `Event: ${action}Complete\r\nEventList: Complete\r\n` +
    `ListItems: ${String(entries.length)}\r\n`;
  return [...entries, end].map((event) => `${event}ActionID: ${actionId}\r\n\r\n`).join('');
}
