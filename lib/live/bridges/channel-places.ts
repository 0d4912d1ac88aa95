const nobody: readonly string[] = [];

/**
 * Which channels are in which bridge, each in one at most. Also in bridges that are not known yet:
 * a list of channels may come before the one of bridges.
 */
export class ChannelPlaces {
  readonly #bridgeOf = new Map<string, string>();
  readonly #inside = new Map<string, readonly string[]>();

  /** The bridges in which there is anybody. */
  get bridges(): Iterable<string> {
    return this.#inside.keys();
  }

  /** The bridge that a channel is in. */
  bridgeOf(channel: string): string | undefined {
    return this.#bridgeOf.get(channel);
  }

  /** The channels in a bridge, in order; another array only when they are others. */
  inside(bridge: string): readonly string[] {
    return this.#inside.get(bridge) ?? nobody;
  }

  /** A channel that takes the place of another one takes its place in the order as well. */
  enter(bridge: string, channel: string, swapped: string | undefined): void {
    const before = this.#bridgeOf.get(channel);
    if (before === bridge) return;
    if (before !== undefined) this.leave(before, channel);
    const channels = [...this.inside(bridge)];
    const place = swapped === undefined ? -1 : channels.indexOf(swapped);
    if (place < 0) channels.push(channel);
    else channels[place] = channel;
    this.set(bridge, channels);
  }

  /** Says nothing of a channel that is in another bridge by now. */
  leave(bridge: string, channel: string): void {
    if (this.#bridgeOf.get(channel) !== bridge) return;
    this.set(
      bridge,
      this.inside(bridge).filter((one) => one !== channel),
    );
  }

  /** Who is in a bridge, and so in no other. */
  set(bridge: string, channels: readonly string[]): void {
    if (channels === this.inside(bridge)) return;
    for (const channel of this.inside(bridge)) this.#bridgeOf.delete(channel);
    for (const channel of channels) {
      const before = this.#bridgeOf.get(channel);
      if (before !== undefined) this.leave(before, channel);
      this.#bridgeOf.set(channel, bridge);
    }
    if (channels.length === 0) this.#inside.delete(bridge);
    else this.#inside.set(bridge, channels);
  }
}
