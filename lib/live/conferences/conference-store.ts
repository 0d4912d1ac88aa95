import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import { ownText } from '../core/own-text.js';
import { readText } from '../core/read-value.js';
import { Tombstones } from '../core/tombstones.js';
import { keepSame } from '../core/keep-same.js';
import type { Conference, Participant } from './conference.js';
import { newConference } from './new-conference.js';
import { SinceAsked } from './since-asked.js';

/** The conferences, in which of them each channel is, and what has ended a moment ago. */
export class ConferenceStore {
  readonly table: EntityTable<Conference>;
  readonly #context: Context;
  // By BridgeUniqueid, since names are used again.
  readonly #ended = new Tombstones();
  readonly #left = new Tombstones();
  readonly #places = new Map<string, string>();
  #since: SinceAsked | undefined;

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  /** Begins to note what events tell of: lists are being asked for. */
  record(): SinceAsked {
    return (this.#since = new SinceAsked());
  }

  /** Notes no more. */
  stopRecording(): void {
    this.#since = undefined;
  }

  /** The conference that a channel is in. */
  of(channelId: string | undefined): Conference | undefined {
    return channelId === undefined ? undefined : this.table.get(this.#places.get(channelId));
  }

  /** The conference of an event, if it is known. */
  find(event: AmiEvent): Conference | undefined {
    const conference = this.table.get(event.get('Conference'));
    if (conference?.bridgeId === undefined) return conference;
    const bridgeId = event.get('BridgeUniqueid') ?? conference.bridgeId;
    return bridgeId === conference.bridgeId ? conference : undefined;
  }

  /** The conference of an event, made if it has not ended. */
  take(event: AmiEvent): Conference | undefined {
    const name = event.get('Conference') ?? '';
    const bridgeId = readText(event, 'BridgeUniqueid');
    if (name === '' || (bridgeId !== undefined && this.#ended.has(bridgeId))) return undefined;
    const found = this.find(event);
    if (found !== undefined) return this.change(found, { bridgeId: found.bridgeId ?? bridgeId });
    // Another one of this name has ended unheard.
    this.end(name);
    const conference = { ...newConference(ownText(name)), bridgeId, isRecording: false };
    return this.change(conference, { startedAt: this.#context.at });
  }

  /** Replaces some of a conference. */
  change(conference: Conference, change: Partial<Conference>): Conference {
    const next = keepSame(this.table.get(conference.name), { ...conference, ...change });
    this.#since?.touched.add(next.name);
    this.table.put(next.name, next);
    return next;
  }

  /** Whether a channel has left a moment ago. */
  hasLeft(channelId: string): boolean {
    return this.#left.has(channelId);
  }

  /** Adds or replaces a participant, who leaves any other conference. */
  enter(conference: Conference, participant: Participant): void {
    const { channelId } = participant;
    const before = this.of(channelId);
    if (before !== undefined && before.name !== conference.name) this.leave(before, channelId);
    this.#left.delete(channelId);
    const known = conference.participants.get(channelId);
    if (known === undefined) this.#since?.came.add(channelId);
    this.#places.set(channelId, conference.name);
    const next = keepSame(known, participant);
    if (next === known) return;
    const participants = new Map(conference.participants).set(channelId, next);
    this.change(conference, { participants });
  }

  /** Takes a participant out, who shall not come back by what is late. */
  leave(conference: Conference | undefined, channelId: string): void {
    const id = ownText(channelId);
    this.#left.add(id, this.#context.at);
    this.#since?.left.add(id);
    if (conference?.participants.has(id) !== true) return;
    this.#places.delete(id);
    const participants = new Map(conference.participants);
    participants.delete(id);
    this.change(conference, { participants });
  }

  /** Replaces a conference by what lists say, and notes who is in it. */
  put(conference: Conference, isPolled = false): void {
    const { name, participants } = conference;
    const known = this.table.get(name);
    for (const id of known?.participants.keys() ?? []) {
      if (this.#places.get(id) === name) this.#places.delete(id);
    }
    for (const id of participants.keys()) this.#places.set(id, name);
    this.table.put(name, keepSame(known, conference), isPolled);
  }

  /** Takes a conference away. */
  end(name: string): void {
    const conference = this.table.get(name);
    if (conference === undefined) return;
    this.bury(conference.bridgeId);
    for (const id of conference.participants.keys()) this.#places.delete(id);
    this.table.delete(name);
  }

  /** Events of a bridge make no conference any more. */
  bury(bridgeId: string | undefined): void {
    if (bridgeId !== undefined) this.#ended.add(bridgeId, this.#context.at);
  }

  /** Until it is begun, or somebody joins it. */
  revive(bridgeId: string | undefined): void {
    if (bridgeId !== undefined) this.#ended.delete(bridgeId);
  }
}
