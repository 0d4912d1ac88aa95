import { setTimeout as sleep } from 'node:timers/promises';
import type { AmiClient } from '../../../../lib/index.js';
import { liveBridges, liveCalls, liveChannels } from '../../../../lib/live/index.js';
import { waitUntil } from '../wait-until.js';
import { askLists, driftOf } from './drift.js';
import type { LiveMaps } from './drift.js';

// Longer than anything in the dialplan of the load waits.
const quietMs = 1_200;

/** The live state of a client, and how it differs from what another client is told in lists. */
export class Observed {
  readonly live: LiveMaps;

  constructor(
    private readonly ami: AmiClient,
    private readonly driver: AmiClient,
  ) {
    this.live = keep(ami);
  }

  /** What differs while nothing happens: asked again where something has happened meanwhile. */
  async drift(withPolled = false): Promise<string[]> {
    for (;;) {
      let events = 0;
      const counting = this.ami.events$.subscribe(() => {
        events += 1;
      });
      await sleep(quietMs);
      const drift = driftOf(this.live, await askLists(this.driver), { withPolled });
      counting.unsubscribe();
      if (events === 0) return drift;
    }
  }

  /** Waits until nothing differs, what no event tells of included. */
  async untilSame(timeoutMs = 20_000): Promise<void> {
    await waitUntil(
      async () => {
        const drift = await this.drift(true);
        if (drift.length > 0) throw new Error(drift.join(', '));
      },
      { what: 'the same', timeoutMs, pauseMs: 100 },
    );
  }
}

function keep(ami: AmiClient): LiveMaps {
  const [channels, bridges, all] = [liveChannels(ami), liveBridges(ami), liveCalls(ami)];
  for (const { state$ } of [channels, bridges, all]) state$.subscribe();
  return {
    get channels() {
      return channels.current;
    },
    get bridges() {
      return bridges.current;
    },
    get calls() {
      return all.current;
    },
  };
}
