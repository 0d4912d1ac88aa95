/**
 * What may come behind the end of a channel, and so makes none known.
 *
 * Source: `main/manager_channels.c` writes the first two for the same change as `Hangup`, and after
 * it; `apps/app_queue.c` tells of the end of a call when it hears of the end of its channels.
 */
export const afterwords: ReadonlySet<string> = new Set([
  'NewCallerid',
  'NewConnectedLine',
  'AgentComplete',
]);
