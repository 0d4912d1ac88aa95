import { CONTENDERS } from './contenders.js';
import type { Hour } from './live-hour.js';
import type { SizeCost } from './live-size.js';
import type { ResponseCost } from './pending.js';
import type { Writing } from './protocol.js';
import { Series } from './series.js';
import type { Throughput } from './throughput.js';

/** All that a run has measured. */
export class Results {
  readonly throughput = new Series<Throughput>();
  readonly pending = new Series<ResponseCost>();
  /** Microseconds of processor time an event. */
  readonly subscribers = new Series<number>();

  /** Milliseconds to import a build. */
  readonly imports = new Series<number>();

  readonly sizes = new Series<SizeCost>();
  readonly hours = new Series<Hour>();

  /** The file of the fastest of the other clients. */
  fastestPeer(writing: Writing): string | undefined {
    const speed = (file: string): number => this.throughput.median(file, rate(writing));
    return CONTENDERS.filter(({ kind }) => kind === 'peer')
      .map(({ file }) => file)
      .filter((file) => speed(file) > 0)
      .toSorted((a, b) => speed(b) - speed(a))[0];
  }
}

export function rate(writing: Writing): (throughput: Throughput) => number {
  return (throughput) => throughput[writing].eventsPerSecond;
}
