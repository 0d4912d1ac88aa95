import { filter, firstValueFrom } from 'rxjs';
import { MARKER } from '../protocol.js';
import { live } from './live.js';
import { dial } from './ours.js';
import { fail, PassCounter, report } from './pass.js';

/** Of every recorded call there is one. */
const ONE_A_CALL = 'OriginateResponse';

/** Channels, calls, bridges and queues are folded from every event, and all changes are heard. */
const counter = new PassCounter();
const client = await dial();
const { liveBridges, liveCalls, liveChannels, liveQueues } = live;
const calls = liveCalls(client, { checkMs: 0 });
const channels = liveChannels(client, { checkMs: 0 });
const bridges = liveBridges(client, { checkMs: 0 });
const queues = liveQueues(client, { checkMs: 0 });
for (const { state$, changes$ } of [channels, calls, bridges, queues]) {
  changes$.subscribe();
  await firstValueFrom(state$.pipe(filter((state) => state === 'live')));
}
let expected = 0;
let ended = 0;
calls.changes$.subscribe(({ type }) => {
  if (type === 'removed') ended++;
});
client.events$.subscribe((event) => {
  if (event.name === ONE_A_CALL) expected++;
  if (event.name === MARKER) {
    const left = channels.current.size + calls.current.size + bridges.current.size;
    if (ended !== expected || left > 0 || queues.current.size !== 1) {
      fail(`${String(ended)} of ${String(expected)} calls ended, ${String(left)} are left`);
    }
  }
  counter.event(event.name, event.get('Channel'), event.get('Uniqueid'), event.get('Linkedid'));
});
report({ type: 'online' });
