import { CONTENDERS } from './contenders.js';
import type { ResponseCost } from './pending.js';
import type { Writing } from './protocol.js';
import { Series } from './series.js';
import type { Throughput } from './throughput.js';

/** All that a run has measured. */
export class Results {
  readonly throughput: Record<Writing, Series<Throughput>> = {
    asterisk: new Series(),
    bulk: new Series(),
  };
  readonly pending = new Series<ResponseCost>();
  readonly subscribers = new Series<number>();

  /** The file of the fastest of the other clients. */
  fastestPeer(writing: Writing): string | undefined {
    const series = this.throughput[writing];
    const speed = (file: string): number => series.median(file, rate);
    return CONTENDERS.filter(({ kind, file }) => kind === 'peer' && series.has(file))
      .map(({ file }) => file)
      .toSorted((a, b) => speed(b) - speed(a))[0];
  }
}

export function rate(throughput: Throughput): number {
  return throughput.eventsPerSecond;
}
