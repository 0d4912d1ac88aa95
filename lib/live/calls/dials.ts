import { appended } from './appended.js';
import type { Dial } from './dial.js';

const MAX_DIALS = 100;

/** Who has been dialled in a call, oldest first. */
export class Dials {
  list: readonly Dial[] = [];
  /** The members of queues who are called, by Uniqueid. */
  readonly members = new Map<string, string>();

  add(dial: Dial): void {
    const member = dial.member ?? this.members.get(dial.to);
    this.list = appended(this.list, { ...dial, member }, MAX_DIALS);
  }

  /** Changes those that a condition holds for. */
  change(condition: (dial: Dial) => boolean, change: (dial: Dial) => Dial): void {
    let changed: Dial[] | undefined;
    for (const [i, dial] of this.list.entries()) {
      if (condition(dial)) (changed ??= [...this.list])[i] = change(dial);
    }
    this.list = changed ?? this.list;
  }

  /** Those to a channel have become part of another call. */
  release(channelId: string, to: Dials): void {
    const its = this.list.filter((dial) => dial.to === channelId);
    if (its.length === 0) return;
    this.list = this.list.filter((dial) => dial.to !== channelId);
    for (const dial of its) to.add(dial);
  }

  /** Takes over those of a call that has become part of this one. */
  absorb(other: Dials): void {
    this.list = [...this.list, ...other.list]
      .sort((a, b) => a.startedAt - b.startedAt)
      .slice(-MAX_DIALS);
  }
}
