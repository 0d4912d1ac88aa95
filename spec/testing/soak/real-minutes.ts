import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../../lib/index.js';
import { createExchange } from '../../../lib/testing/index.js';
import type { Exchange } from '../../../lib/testing/index.js';
import { office } from '../chaos/office.js';
import { BusyClient } from './busy-client.js';
import { handlesInUse, heapInUse } from './sample.js';
import type { Sample } from './sample.js';

const tickMs = 50;
/** Which part of the time does not count: until everything is loaded and compiled. */
const warmUp = 0.15;
const samplesInAll = 36;

/** What a soak has found. */
export interface Soaked {
  readonly samples: readonly Sample[];
  readonly problems: readonly string[];
  readonly eventsPerSecond: number;
}

/**
 * Calls on a real socket, and so many other events that there are `rate` a second in all.
 *
 * @param told - Told of each sample.
 */
export async function realMinutes(
  seconds: number,
  rate: number,
  told: (sample: Sample) => void,
): Promise<Soaked> {
  const exchange = await createExchange(office);
  const ami = connect(exchange.url);
  const client = new BusyClient(ami, 500);
  const traffic = exchange.traffic({ callsPerSecond: 8, talkMs: 800, seed: 11 }).subscribe();
  const samples: Sample[] = [];
  const startedAt = performance.now();
  const sinceMs = (): number => performance.now() - startedAt;
  let dueMs = seconds * 1000 * warmUp;
  const stepMs = (seconds * 1000 * (1 - warmUp)) / samplesInAll;
  while (sinceMs() < seconds * 1000) {
    await sleep(tickMs);
    fill(exchange, (sinceMs() / 1000) * rate - client.events);
    if (sinceMs() < dueMs) continue;
    dueMs += stepMs;
    const sample = takeSample(exchange, client, sinceMs());
    samples.push(sample);
    told(sample);
  }
  const eventsPerSecond = client.events / (sinceMs() / 1000);
  traffic.unsubscribe();
  ami.close();
  await exchange.close();
  return { samples, problems: client.problems, eventsPerSecond };
}

/** Sends as many events as are missing. */
function fill(exchange: Exchange, missing: number): void {
  for (let i = 0; i < missing; i++) {
    const load = ((i * 7919) % 10_000) / 100;
    exchange.emit('UserEvent', { UserEvent: 'Soak', Number: i, Load: load });
  }
}

function takeSample(exchange: Exchange, client: BusyClient, atMs: number): Sample {
  return {
    ...{ atMs, events: client.events, heap: heapInUse() },
    ...handlesInUse(),
    sessions: exchange.manager.sessions.size,
    channels: exchange.pbx.channels.size,
  };
}
