import type { Series } from './series.js';

/** Something that can be measured again and again once it has started. */
export interface Measured<Value> {
  measure(): Promise<Value>;
  end(): void;
}

export type Start<Value> = () => Promise<Measured<Value>>;

/**
 * Starts everything, then measures one after the other, round after round: whatever else the
 * machine does meanwhile, it does to all of them. What fails is out until the next call.
 */
export async function interleave<Value>(
  series: Series<Value>,
  rounds: number,
  starts: ReadonlyMap<string, Start<Value>>,
): Promise<void> {
  const running = new Map<string, Measured<Value>>();
  const attempt = async (name: string, run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      series.fail(name, error);
      running.get(name)?.end();
      running.delete(name);
    }
  };
  for (const [name, start] of starts) {
    await attempt(name, async () => void running.set(name, await start()));
  }
  for (let i = 0; i < rounds; i++) {
    series.beginRound();
    for (const [name, measured] of [...running]) {
      await attempt(name, async () => {
        series.add(name, await measured.measure());
      });
    }
  }
  for (const measured of running.values()) measured.end();
}
