import { liveQueues } from '../../../lib/live/live-queues.js';
import { keysOf } from '../support/served.js';
import { listIn } from './queue-story.js';

it('has the queues of an exchange', async () => {
  const lists = { QueueStatus: listIn('a22-lists-busy', 'QueueStatus-8') };
  expect(await keysOf(lists, liveQueues)).toEqual(['support', 'empty']);
});
