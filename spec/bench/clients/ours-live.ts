import { filter, firstValueFrom } from 'rxjs';
import { MARKER } from '../protocol.js';
import { live } from './live.js';
import { dial } from './ours.js';
import { fail, PassCounter, report } from './pass.js';

/** Of every recorded call there is one. */
const ONE_A_CALL = 'OriginateResponse';

/**
 * Channels, calls, bridges and queues are folded from every event, and all changes are heard. What
 * nobody needs is not read: that the events are right shows by what has become of the calls.
 */
const counter = new PassCounter(false);
const client = await dial();
let ended = 0;
const { liveBridges, liveCalls, liveChannels, liveQueues } = live;
const calls = liveCalls(client, { checkMs: 0 });
const channels = liveChannels(client, { checkMs: 0 });
const bridges = liveBridges(client, { checkMs: 0 });
const queues = liveQueues(client, { checkMs: 0 });
calls.changes$.subscribe(({ type }) => {
  if (type === 'removed') ended++;
});
for (const { changes$ } of [channels, bridges, queues]) changes$.subscribe();
for (const { state$ } of [calls, channels, bridges, queues]) {
  await firstValueFrom(state$.pipe(filter((state) => state === 'live')));
}
let expected = 0;
client.events$.subscribe(({ name }) => {
  if (name === ONE_A_CALL) expected++;
  if (name === MARKER) {
    const left = channels.current.size + calls.current.size + bridges.current.size;
    if (ended !== expected || left > 0 || queues.current.size !== 1) {
      fail(`${String(ended)} of ${String(expected)} calls ended, ${String(left)} are left`);
    }
  }
  counter.event(name);
});
report({ type: 'online' });
