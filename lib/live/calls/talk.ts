import { isSameGroups } from './talk-groups.js';
import type { TimelineType } from './timeline.js';

/** Tells of what has happened. */
type Note = (type: TimelineType) => void;

/** When people of a call talk with each other, for how long, and how much of that was hold. */
export class Talk {
  /** Who hear each other now. */
  groups: readonly (readonly string[])[] = [];
  /** Whether one of them has put the others on hold. */
  isHeld = false;
  /** When people first talked. */
  firstAt: number | undefined;
  /** Since when they talk, while they do. */
  since: number | undefined;
  /** When they last began to. */
  lastBeganAt: number | undefined;
  /** When they last stopped. */
  lastStoppedAt: number | undefined;
  /** Without the time that is still running, as the next. */
  talkMs = 0;
  heldMs = 0;
  heldSince: number | undefined;

  /** These hear each other now. */
  take(groups: readonly (readonly string[])[], isOnHold: boolean, at: number, note: Note): void {
    if (!isSameGroups(groups, this.groups)) this.groups = groups;
    const isTalking = groups.length > 0;
    if (isTalking && this.since === undefined) {
      this.since = at;
      this.firstAt ??= at;
      this.lastBeganAt = at;
      note('talking');
    } else if (!isTalking && this.since !== undefined) {
      this.talkMs += at - this.since;
      this.since = undefined;
      this.lastStoppedAt = at;
    }
    this.#hold(isTalking && isOnHold, at);
    const { isHeld } = this;
    this.isHeld = isTalking && isOnHold;
    if (isHeld !== this.isHeld && isTalking) note(isHeld ? 'resumed' : 'held');
  }

  /** Adds what was talked in a call that has become part of this one. */
  absorb(other: Talk, at: number): void {
    this.firstAt = earlier(this.firstAt, other.firstAt);
    this.lastBeganAt ??= other.lastBeganAt;
    this.lastStoppedAt ??= other.lastStoppedAt;
    // A consultation goes on while others of the call talk as well.
    const mostMs = (this.since ?? at) - (this.firstAt ?? at);
    this.talkMs = Math.min(this.talkMs + other.#totalMs(at), mostMs);
    this.heldMs = Math.min(this.heldMs + other.heldMs, at - (this.firstAt ?? at));
  }

  #totalMs(at: number): number {
    return this.talkMs + (at - (this.since ?? at));
  }

  #hold(isHeld: boolean, at: number): void {
    if (isHeld) this.heldSince ??= at;
    else if (this.heldSince !== undefined) {
      this.heldMs += at - this.heldSince;
      this.heldSince = undefined;
    }
  }
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
