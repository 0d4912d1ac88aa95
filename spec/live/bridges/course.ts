import type { Bridge } from '../../../lib/live/bridges/bridge.js';
import { bridgeKind } from '../../../lib/live/bridges/bridge-model.js';
import type { Channel } from '../../../lib/live/channels/channel.js';
import { channelKind } from '../../../lib/live/channels/channel-model.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { Listened } from '../channels/listened.js';
import type { Lists } from '../channels/listened.js';
import { newsOf } from '../support/fold.js';

/** How the exchange is at one moment. */
export interface Moment {
  readonly channels: readonly Channel[];
  readonly bridges: readonly Bridge[];
  readonly lists: Lists;
}

/** Between two events of a course, so that lists tell ages of some seconds. */
export const STEP_MS = 100;

/** What happens in a recording, and how the exchange is after any number of its events. */
export class Course {
  readonly news: readonly AmiEvent[];
  readonly #moments: Moment[] = [];

  constructor(recording: string) {
    this.news = newsOf(recording);
    const channels = new Listened(channelKind, STEP_MS);
    const bridges = new Listened(bridgeKind, STEP_MS);
    const note = (): void => {
      const { BridgeList } = bridges.lists;
      const lists = { CoreShowChannels: channels.lists.CoreShowChannels, BridgeList };
      this.#moments.push({ channels: channels.state, bridges: bridges.state, lists });
    };
    note();
    for (const event of this.news) {
      channels.take([event]);
      bridges.take([event]);
      note();
    }
  }

  get length(): number {
    return this.news.length;
  }

  /** How it is after so many events, or at the end. */
  after(count: number): Moment {
    return this.#moments[Math.min(count, this.length)] as Moment;
  }

  /** The events from one moment to another. */
  between(from: number, to: number): readonly AmiEvent[] {
    return this.news.slice(from, to);
  }

  /** All moments, by how many events there have been. */
  get counts(): number[] {
    return this.#moments.map((_, count) => count);
  }
}
