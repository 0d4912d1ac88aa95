import { filter, firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { dial } from './ours.js';
import { PassCounter, report } from './pass.js';

/** What the bench uses of a live state. */
interface Live {
  readonly state$: Observable<string>;
  readonly changes$: Observable<unknown>;
}

type Track = (ami: unknown, options: { readonly checkMs: number }) => Live;

const built = new URL('../../../dist/esm/live/index.js', import.meta.url).href;
const { liveBridges, liveCalls, liveChannels, liveQueues } = (await import(built)) as Readonly<
  Record<'liveBridges' | 'liveCalls' | 'liveChannels' | 'liveQueues', Track>
>;

/** Channels, calls, bridges and queues are folded from every event, and all changes are heard. */
const counter = new PassCounter();
const client = await dial();
for (const track of [liveChannels, liveCalls, liveBridges, liveQueues]) {
  const { state$, changes$ } = track(client, { checkMs: 0 });
  changes$.subscribe();
  await firstValueFrom(state$.pipe(filter((state) => state === 'live')));
}
client.events$.subscribe((event) => {
  counter.event(event.name, event.get('Channel'), event.get('Uniqueid'), event.get('Linkedid'));
});
report({ type: 'online' });
