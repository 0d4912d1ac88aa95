import type { Channel } from '../channels/channel.js';
import { appended } from './appended.js';
import type { Leg } from './call.js';
import { isLegOf, toLeg } from './leg.js';

const MAX_ENDED = 50;

/** The legs of a call: of channels that are up, and of those that have hung up. */
export class Legs {
  readonly #up = new Map<string, Leg>();
  #ended: readonly Leg[] = [];
  // Put together when somebody asks.
  #all: readonly Leg[] | undefined;

  /** All of them, oldest first; another array only when they are others. */
  get all(): readonly Leg[] {
    return (this.#all ??= inOrder([...this.#ended, ...this.#up.values()]));
  }

  /** A channel is like this now. */
  take(channel: Channel): void {
    const known = this.#up.get(channel.id);
    if (known !== undefined && isLegOf(known, channel)) return;
    this.#up.set(channel.id, toLeg(channel));
    this.#all = undefined;
  }

  /** A channel has hung up. */
  drop(channel: Channel, endedAt: number): void {
    this.#up.delete(channel.id);
    this.#ended = appended(this.#ended, toLeg(channel, endedAt), MAX_ENDED);
    this.#all = undefined;
  }

  /** A channel is part of another call now. */
  release(channelId: string): void {
    this.#up.delete(channelId);
    this.#all = undefined;
  }

  /** Takes over those that have ended in a call that has become part of this one. */
  absorb(other: Legs): void {
    this.#ended = [...other.#ended, ...this.#ended].slice(-MAX_ENDED);
    this.#all = undefined;
  }

  /** Whether a channel that is up is in this state. */
  hasState(state: Leg['state']): boolean {
    for (const leg of this.#up.values()) if (leg.state === state) return true;
    return false;
  }

  /** Whether a channel that is up has put the others on hold. */
  get isHeld(): boolean {
    for (const leg of this.#up.values()) if (leg.isHeld) return true;
    return false;
  }
}

/** Legs by age, as they mostly are: sorting takes longer than looking. */
function inOrder(legs: Leg[]): Leg[] {
  let latest = -Infinity;
  for (const { startedAt } of legs) {
    if (startedAt < latest) return legs.sort((a, b) => a.startedAt - b.startedAt);
    latest = startedAt;
  }
  return legs;
}
