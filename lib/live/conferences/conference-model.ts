import { concat, defer, EMPTY, finalize, from, map, mergeMap, switchMap, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import type { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { readFlag, readText } from '../core/read-value.js';
import { reconcile } from '../core/reconcile.js';
import { keepSame } from '../core/keep-same.js';
import type { Conference, Participant } from './conference.js';
import { ConferenceStore } from './conference-store.js';
import { markParticipants, mergeParticipants } from './merge-participants.js';
import { newConference } from './new-conference.js';
import { readParticipant } from './read-participant.js';
import { SinceAsked } from './since-asked.js';

/** How many conferences are asked for their participants at one time. */
const AT_ONCE = 20;

/**
 * The conferences of an exchange, and who is in them.
 *
 * Source: `send_conf_stasis` in `apps/app_confbridge.c`. A join is told of after the announcements,
 * seconds after lists have it; mutes take another way than the rest, and may come before it.
 */
export class ConferenceModel implements Model<Conference> {
  readonly table: EntityTable<Conference>;
  // Some is told of by lists only, and they have a participant before the event.
  readonly isPolled = true;
  readonly #context: Context;
  readonly #store: ConferenceStore;

  constructor(context: Context) {
    this.#context = context;
    this.#store = new ConferenceStore(context);
    this.table = this.#store.table;
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    ConfbridgeStart: (event) => {
      this.#store.revive(event.get('BridgeUniqueid'));
      const conference = this.#store.take(event);
      if (conference === undefined) return;
      const { startedAt = this.#context.at, isRecording = false } = conference;
      this.#store.change(conference, { startedAt, isRecording });
    },
    ConfbridgeJoin: (event) => {
      this.#store.revive(event.get('BridgeUniqueid'));
      const joinedAt = this.#context.at;
      this.#enter(event, (participant, known) =>
        known === undefined
          ? { ...participant, joinedAt }
          : // Whether it is muted may have been told since.
            { ...participant, isMuted: known.isMuted, joinedAt: known.joinedAt ?? joinedAt },
      );
    },
    ConfbridgeLeave: (event) => {
      const channelId = event.get('Uniqueid') ?? '';
      const conference = this.#store.find(event);
      const isMarked = conference?.participants.get(channelId)?.isMarked ?? false;
      this.#store.leave(conference, channelId);
      // Others may have to wait from now on.
      if (isMarked) this.#context.onStale(this);
    },
    ConfbridgeEnd: (event) => {
      const conference = this.#store.find(event);
      this.#store.bury(readText(event, 'BridgeUniqueid'));
      if (conference !== undefined) this.#store.end(conference.name);
    },
    ConfbridgeMute: (event) => {
      this.#update(event, { isMuted: true });
    },
    ConfbridgeUnmute: (event) => {
      this.#update(event, { isMuted: false });
    },
    ConfbridgeTalking: (event) => {
      const isTalking = readFlag(event, 'TalkingStatus');
      if (isTalking !== undefined) this.#update(event, { isTalking });
    },
    ConfbridgeRecord: (event) => {
      const conference = this.#store.take(event);
      if (conference !== undefined) this.#store.change(conference, { isRecording: true });
    },
    ConfbridgeStopRecord: (event) => {
      const conference = this.#store.take(event);
      if (conference !== undefined) this.#store.change(conference, { isRecording: false });
    },
    Hangup: (event) => {
      const channelId = event.get('Uniqueid');
      const conference = this.#store.of(channelId);
      if (conference === undefined || channelId === undefined) return;
      this.#store.leave(conference, channelId);
      // The leave should have come before: the end of the conference may be lost as well.
      this.#context.onStale(this);
    },
    Rename: (event) => {
      const channelId = event.get('Uniqueid');
      const conference = this.#store.of(channelId);
      const known = conference?.participants.get(channelId ?? '');
      const channel = readText(event, 'Newname');
      if (conference === undefined || known === undefined || channel === undefined) return;
      this.#store.enter(conference, { ...known, channel });
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    return defer(() => {
      const since = this.#store.record();
      return (isCheck ? this.#check(ask) : this.#resync(ask, since)).pipe(
        finalize(() => {
          this.#store.stopRecording();
        }),
      );
    });
  }

  /** Takes each list in when it comes: what is known meanwhile is newer. */
  #resync(ask: Ask, since: SinceAsked): Observable<unknown> {
    const rooms$ = ask('ConfbridgeListRooms').pipe(
      map((rooms) => {
        if (rooms === undefined) return;
        this.#reconcile(readLocks(rooms), new Map(), false);
      }),
    );
    const lists$ = defer(() => askParticipants(ask, this.table.map.keys())).pipe(
      map(([name, entries]) => {
        const known = this.table.get(name);
        if (known === undefined || entries === undefined) return;
        const merged = mergeParticipants(known.participants, entries, since);
        const participants = markParticipants(merged, entries);
        if (participants.size === 0 && !since.touched.has(name)) this.#store.end(name);
        else this.#store.put({ ...known, participants });
      }),
    );
    return concat(rooms$, lists$);
  }

  /** Takes all lists in when they are there. */
  #check(ask: Ask): Observable<unknown> {
    return ask('ConfbridgeListRooms').pipe(
      switchMap((rooms) => {
        if (rooms === undefined) return EMPTY;
        const locks = readLocks(rooms);
        const names = new Set([...locks.keys(), ...this.table.map.keys()]);
        return askParticipants(ask, names).pipe(
          toArray(),
          map((lists) => {
            const inside = new Map(lists);
            this.#reconcile(locks, inside, true);
          }),
        );
      }),
    );
  }

  #reconcile(locks: Locks, inside: ReadonlyMap<string, Entries>, isCheck: boolean): void {
    const listed = new Map<string, (known: Conference | undefined) => Conference>();
    for (const [name, isLocked] of locks) {
      const entries = inside.get(name);
      // It has ended between the two lists.
      if (entries?.length === 0) continue;
      listed.set(name, (known) => {
        const conference = known ?? { ...newConference(name), isLocked };
        const participants =
          entries === undefined
            ? conference.participants
            : mergeParticipants(conference.participants, entries, new SinceAsked());
        return keepSame(known, { ...conference, participants });
      });
    }
    reconcile(this.table, listed, {
      isCheck,
      put: (_name, conference) => {
        this.#store.put(conference);
      },
      remove: (name) => {
        this.#store.end(name);
      },
    });
    this.#takePolled(locks, inside);
  }

  /** What no event tells of, so that none is newer in this. */
  #takePolled(locks: Locks, inside: ReadonlyMap<string, Entries>): void {
    for (const [name, isLocked] of locks) {
      const known = this.table.get(name);
      if (known === undefined) continue;
      const participants = markParticipants(known.participants, inside.get(name) ?? []);
      this.#store.put({ ...known, isLocked, participants }, true);
    }
  }

  /** What an event says of a participant, who may have been unknown. */
  #update(event: AmiEvent, change: Partial<Participant>): void {
    if (this.#store.hasLeft(event.get('Uniqueid') ?? '')) return;
    this.#enter(event, (participant) => ({ ...participant, ...change }));
  }

  #enter(
    event: AmiEvent,
    change: (participant: Participant, known: Participant | undefined) => Participant,
  ): void {
    const channelId = event.get('Uniqueid') ?? '';
    const conference = channelId === '' ? undefined : this.#store.take(event);
    const known = conference?.participants.get(channelId);
    const participant = readParticipant(event, known);
    if (conference === undefined || participant === undefined) return;
    this.#store.enter(conference, change(participant, known));
    // Whether it is marked, and whether it waits, lists say.
    if (known === undefined) this.#context.onStale(this);
  }
}

type Entries = readonly AmiEvent[] | undefined;
/** Whether each of the listed conferences is locked. */
type Locks = ReadonlyMap<string, boolean>;

function readLocks(rooms: readonly AmiEvent[]): Locks {
  const locks = new Map<string, boolean>();
  for (const room of rooms) {
    const name = ownText(room.get('Conference') ?? '');
    if (name !== '') locks.set(name, readFlag(room, 'Locked') ?? false);
  }
  return locks;
}

/** Emits who is in each conference; empty of one that has ended. */
function askParticipants(ask: Ask, names: Iterable<string>): Observable<[string, Entries]> {
  return from([...names]).pipe(
    mergeMap((name) => {
      const list$ = ask('ConfbridgeList', { Conference: name });
      return list$.pipe(map((entries): [string, Entries] => [name, entries]));
    }, AT_ONCE),
  );
}

/** The kind of conferences. */
export const conferenceKind: Kind<ConferenceModel> = {
  name: 'conferences',
  needs: [],
  create: (context) => new ConferenceModel(context),
};
