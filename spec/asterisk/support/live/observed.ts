import { setTimeout as sleep } from 'node:timers/promises';
import type { AmiClient } from '../../../../lib/index.js';
import { liveBridges, liveCalls, liveChannels, liveQueues } from '../../../../lib/live/index.js';
import { waitUntil } from '../wait-until.js';
import { consoleCommands, consoleDifferences } from './console-differences.js';
import type { ConsoleTexts } from './console-differences.js';
import type { Difference } from './differences.js';
import { askLists, listDifferences } from './list-differences.js';
import type { LiveMaps } from './list-differences.js';

// Longer than anything in the dialplan of the load waits.
const quietMs = 1_200;

/** What changes without an event, and is only right when the exchange has been asked again. */
const polled: ReadonlySet<string> = new Set([
  ...['application', 'completed', 'abandoned', 'callsTaken', 'lastCallAt'],
  ...['isInCall', 'inCall', 'parties'],
]);

/** Runs a command of the console of the exchange. */
type Console = (command: string) => Promise<string>;

/** The live state of a client, and how it differs from what another client is told in lists. */
export class Observed {
  readonly live: LiveMaps;

  constructor(
    private readonly ami: AmiClient,
    private readonly driver: AmiClient,
    private readonly console?: Console,
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
      const found = [
        ...listDifferences(this.live, await askLists(this.driver)),
        ...(await this.#consoleDifferences()),
      ].filter(({ field }) => withPolled || !polled.has(field));
      counting.unsubscribe();
      if (events === 0) return found.map(({ text }) => text);
    }
  }

  async #consoleDifferences(): Promise<Difference[]> {
    if (this.console === undefined) return [];
    const texts: Record<string, string> = {};
    for (const command of consoleCommands) texts[command] = await this.console(command);
    return consoleDifferences(this.live, texts as ConsoleTexts);
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
  const [channels, bridges, calls] = [liveChannels(ami), liveBridges(ami), liveCalls(ami)];
  const queues = liveQueues(ami);
  for (const { state$ } of [channels, bridges, calls, queues]) state$.subscribe();
  return {
    get channels() {
      return channels.current;
    },
    get bridges() {
      return bridges.current;
    },
    get calls() {
      return calls.current;
    },
    get queues() {
      return queues.current;
    },
  };
}
