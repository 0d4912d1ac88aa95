import { asyncScheduler, EMPTY } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiClient, AmiEvent, Message, Status } from '../../../lib/index.js';
import type { RunHelpers } from '../../support/marbles.js';
import { eventOf } from '../support/written-events.js';

const lamp = (Name: string, State: string) => eventOf('Lamp', { Name, State });

/** What the letters of the marbles stand for: lamps that go on, `x` when `a` goes off, `z` its end. */
const letters: Readonly<Record<string, AmiEvent>> = {
  a: lamp('a', 'on'),
  b: lamp('b', 'on'),
  l: lamp('l', 'on'),
  x: lamp('a', 'off'),
  z: eventOf('LampGone', { Name: 'a' }),
  r: eventOf('Reload'),
};

const statuses: Readonly<Record<string, Status>> = {
  o: { state: 'online', attempt: 1, version: '1' },
  w: { state: 'connecting', attempt: 1 },
};

interface Marbles {
  readonly events?: string;
  readonly status?: string;
  /** The lists in the order in which they are asked for; the last one is given again. */
  readonly lists: readonly string[];
}

/** As much of a client as a live state needs, played by marbles. */
export function marbleClient(
  { hot, cold }: RunHelpers,
  { events = '-', status = 'o', lists }: Marbles,
) {
  const events$ = hot(events, letters);
  const played = lists.map((marbles) => cold<Message>(marbles, letters));
  const status$: Observable<Status> = cold(status, statuses);
  let asked = 0;
  const ami: Partial<Record<keyof AmiClient, unknown>> = {
    events$,
    status$,
    action: () => played[Math.min(asked++, played.length - 1)],
    request: () => EMPTY,
    scheduler: asyncScheduler,
  };
  return { ami: ami as unknown as AmiClient, events$, lists: played };
}
