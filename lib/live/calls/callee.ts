import type { Channel, Party } from '../channels/channel.js';
import { isLocalName } from '../channels/is-local-name.js';
import type { Answer, Call } from './call.js';
import { dialledSince } from './dialled-since.js';
import type { Dial } from './dial.js';
import type { Dials } from './dials.js';
import { isLocal } from './leg.js';
import type { Talk } from './talk.js';

/** Who is called in a call, and who has answered it last. */
export class Callee {
  party: Party | undefined;
  answer: Answer | undefined;
  // Who took it without having been dialled.
  #taken: Answer | undefined;
  // What it was last told by; most changes of a call are not about these.
  #dials: readonly Dial[] | undefined;
  #caller: Party | undefined;
  #groups: Talk['groups'] | undefined;

  /** Somebody has picked the call up, or fetched it from a parking lot. */
  take(answer: Answer): void {
    this.#taken = answer;
    this.#dials = undefined;
  }

  /** Takes over what is known of a call that has become part of this one. */
  absorb(other: Callee): void {
    this.answer ??= other.answer;
    const isLater = (other.#taken?.at ?? -Infinity) > (this.#taken?.at ?? -Infinity);
    if (isLater) this.#taken = other.#taken;
    this.#dials = undefined;
  }

  /** Looks at who has been dialled; whether somebody has answered shows in that people talk. */
  update(call: CallSoFar, at: number): void {
    const { caller, talk } = call;
    const dials = call.dials.list;
    const { groups } = talk;
    if (dials === this.#dials && caller === this.#caller && groups === this.#groups) return;
    this.#dials = dials;
    this.#caller = caller;
    this.#groups = groups;
    const isTalking = groups.length > 0;
    const isCalling = talk.firstAt !== undefined && !isTalking;
    const now = isCalling ? bestDial(dialledSince(dials, talk)) : undefined;
    const best = now ?? bestDial(dials, this.#taken?.at);
    const who = now === undefined ? this.#whoTalks(call, best) : undefined;
    const party = who?.party ?? (best && partyOf(best, caller)) ?? this.party;
    if (!isSame(party, this.party)) this.party = party;
    if (isTalking && who !== undefined && who.channelId !== this.answer?.channelId) {
      this.answer = { at, channelId: who.channelId, party: this.party ?? who.party };
    } else if (this.answer === undefined && call.direction === 'outbound') {
      this.answer = firstAnswer(dials);
    }
  }

  /** Who has answered, by what has been seen of it, or else by who is there. */
  #whoTalks(call: CallSoFar, best: Dial | undefined): Who | undefined {
    const isAnswered = best?.status === 'answered';
    const seen = isAnswered
      ? { channelId: best.to, party: partyOf(best, call.caller) }
      : this.#taken;
    return isThere(seen, call) ? seen : (otherOf(call) ?? seen);
  }
}

type Who = Pick<Answer, 'channelId' | 'party'>;

interface CallSoFar extends Pick<Call, 'caller' | 'direction' | 'linkedid'> {
  readonly dials: Dials;
  readonly talk: Talk;
  readonly channels: ReadonlyMap<string, Channel>;
}

/** Whether somebody is among those who talk, if need be behind a Local channel. */
function isThere(who: Who | undefined, { talk, channels }: CallSoFar): boolean {
  if (who === undefined) return false;
  const otherHalf = channels.get(who.channelId)?.otherHalf;
  return talk.groups.some((ids) => ids.some((id) => id === who.channelId || id === otherHalf));
}

/** With whom the caller talks, if that is one: it may be that no event has told how it came to that. */
function otherOf({ talk, channels, linkedid }: CallSoFar): Who | undefined {
  const pair = talk.groups.find((ids) => ids.length === 2 && ids.includes(linkedid));
  const other = channels.get(pair?.find((id) => id !== linkedid) ?? '');
  if (other === undefined || isLocal(other)) return undefined;
  return { channelId: other.id, party: other.caller };
}

/**
 * The last dial that was answered, or else the last; one to a phone rather than to a Local channel.
 * Those that began before somebody took the call do not count.
 */
function bestDial(dials: readonly Dial[], takenAt = -Infinity): Dial | undefined {
  let best: Dial | undefined;
  for (const dial of dials) {
    const counts = dial.from !== undefined && dial.startedAt > takenAt;
    if (counts && (best === undefined || isAsGood(dial, best))) best = dial;
  }
  return best;
}

function isAsGood(dial: Dial, best: Dial): boolean {
  const isAnswered = dial.status === 'answered';
  if (isAnswered !== (best.status === 'answered')) return isAnswered;
  return !isLocalName(dial.channel) || isLocalName(best.channel);
}

/** Who is dialled; of a member of a queue with the name. */
function partyOf({ party, member }: Dial, caller: Party): Party {
  if (member === undefined) return party;
  // A queue may show the caller's own number at a member who has none.
  if (isSame(party, caller)) return { number: undefined, name: member };
  return party.name === undefined ? { number: party.number, name: member } : party;
}

/** Of a call that the exchange begins: the phone that was dialled first, once it has answered. */
function firstAnswer(dials: readonly Dial[]): Answer | undefined {
  for (const { from, to, channel, party, status, endedAt } of dials) {
    const isFirst = from === undefined && status === 'answered' && !isLocalName(channel);
    if (isFirst && endedAt !== undefined) return { at: endedAt, channelId: to, party };
  }
  return undefined;
}

function isSame(a: Party | undefined, b: Party | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.name === b.name && a.number === b.number;
}
