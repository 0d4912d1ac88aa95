import { Exchange, VirtualClock } from '../../../lib/testing/index.js';
import { office } from '../chaos/office.js';
import { BusyClient } from './busy-client.js';
import { heapInUse } from './sample.js';
import type { Sample } from './sample.js';

const minuteMs = 60_000;
/** Until then the heap still grows by what is compiled. */
const warmUpMinutes = 15;
const minutes = 60;

/** An hour of calls in virtual time, a sample a minute, after some minutes that don't count. */
export function virtualHour(): { readonly samples: Sample[]; readonly problems: string[] } {
  const clock = new VirtualClock();
  const exchange = new Exchange({ ...office, scheduler: clock });
  const ami = exchange.connect();
  const client = new BusyClient(ami, 2000);
  exchange.traffic({ callsPerSecond: 0.5, talkMs: 20_000, seed: 5 }).subscribe();
  const samples: Sample[] = [];
  for (let minute = 0; minute < warmUpMinutes + minutes; minute++) {
    clock.advance(minuteMs);
    if (minute < warmUpMinutes) continue;
    samples.push({
      atMs: clock.now(),
      events: client.events,
      heap: heapInUse(),
      handles: 0,
      timers: clock.pending,
      sessions: exchange.manager.sessions.size,
      channels: exchange.pbx.channels.size,
    });
  }
  ami.close();
  void exchange.close();
  return { samples, problems: client.problems };
}
