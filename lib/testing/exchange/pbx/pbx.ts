import { asyncScheduler, Subject, Subscription } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { EventClass } from '../../../catalogue/index.js';
import { Agents } from './agents/agents.js';
import { Bridges } from './bridges.js';
import type { Channel } from './channel.js';
import { Conferences } from './conferences/conferences.js';
import { Devices } from './devices.js';
import { Dialplan } from './dialplan.js';
import { Registrations } from './endpoints/registrations.js';
import { Extensions } from './extensions/extensions.js';
import type { Fields } from './fields.js';
import { stateOfLocal } from './local-channels.js';
import { Mailboxes } from './mailboxes/mailboxes.js';
import { Parking } from './parking/parking.js';
import type { PbxEvent } from './pbx-event.js';
import { Phones } from './phones.js';
import type { Place } from './place.js';
import { Queues } from './queues/queues.js';
import { Presences } from './presence/presences.js';
import { runDialplan } from './run-dialplan.js';

/** The versions whose behaviour is known. */
export type AsteriskVersion = '16' | '22';

/** What a PBX is made with. */
export interface PbxOptions {
  readonly version?: AsteriskVersion;
  readonly scheduler?: SchedulerLike;
  /** The dialplan, as extensions.conf writes it. */
  readonly dialplan?: string;
  /** The profiles of conferences, as confbridge.conf writes them. */
  readonly conferences?: string;
  /** The parking lots, as res_parking.conf writes them. */
  readonly parking?: string;
  /** The queues, as queues.conf writes them. */
  readonly queues?: string;
  /** The agents, as agents.conf writes them. */
  readonly agents?: string;
  /** The mailboxes, as voicemail.conf writes them; without it others may keep some. */
  readonly voicemail?: string;
  /** Registrations with others, as pjsip.conf writes them. */
  readonly pjsip?: string;
}

/** Where virtual time begins: a number like any other, but of the age of AMI. */
const epoch = 1_795_396_800_000;

/** The model of a PBX: what happens on it in time, told by events. */
export class Pbx {
  readonly version: AsteriskVersion;
  readonly scheduler: SchedulerLike;
  /** Every event, as it happens. */
  readonly events$: Observable<PbxEvent>;
  /** Channels by Uniqueid, the oldest first. */
  readonly channels = new Map<string, Channel>();
  readonly variables = new Map<string, string>();
  readonly bridges: Bridges;
  readonly devices: Devices;
  readonly phones: Phones;
  readonly dialplan: Dialplan;
  readonly conferences: Conferences;
  readonly parking: Parking;
  readonly queues: Queues;
  readonly presences: Presences;
  readonly extensions: Extensions;
  readonly registrations: Registrations;
  readonly mailboxes: Mailboxes;
  readonly agents: Agents;
  /** When it was started, in ms since 1970. */
  readonly startedAt: number;
  readonly #events$ = new Subject<PbxEvent>();
  readonly #tasks = new Subscription();
  readonly #counters = new Map<string, number>();
  readonly #offset: number;

  constructor(
    options: PbxOptions = {},
    /** The first second that may stand in a Uniqueid: those of a run before stay its own. */
    private readonly firstSecond = 0,
  ) {
    this.version = options.version ?? '22';
    this.scheduler = options.scheduler ?? asyncScheduler;
    this.#offset = this.scheduler.now() < epoch / 2 ? epoch : 0;
    this.startedAt = this.now();
    this.events$ = this.#events$;
    this.bridges = new Bridges(this);
    this.devices = new Devices(this);
    this.devices.provide((device) => stateOfLocal(this, device));
    this.phones = new Phones(this);
    this.dialplan = new Dialplan(options.dialplan ?? '');
    this.conferences = new Conferences(this, options.conferences);
    this.parking = new Parking(this, options.parking);
    this.queues = new Queues(this, options.queues);
    this.presences = new Presences(this);
    this.extensions = new Extensions(this);
    this.registrations = new Registrations(this, options.pjsip ?? '');
    this.mailboxes = new Mailboxes(this, options.voicemail);
    this.agents = new Agents(this, options.agents ?? '');
  }

  /** The time, in ms since 1970. */
  now(): number {
    return this.scheduler.now() + this.#offset;
  }

  emit(name: string, privilege: readonly EventClass[], fields: Fields): void {
    this.#events$.next({ name, privilege, fields });
  }

  /** Does something as soon as what happens now is over, or some time later. */
  soon(task: () => void, ms = 0): Subscription {
    const scheduled = new Subscription();
    scheduled.add(
      this.scheduler.schedule(() => {
        this.#tasks.remove(scheduled);
        task();
      }, ms),
    );
    this.#tasks.add(scheduled);
    return scheduled;
  }

  /** Has something end with the PBX. */
  own(subscription: Subscription): void {
    this.#tasks.add(subscription);
  }

  /** The next number of a series, from 0. */
  next(series: string): number {
    const number = this.#counters.get(series) ?? 0;
    this.#counters.set(series, number + 1);
    return number;
  }

  /** A Uniqueid that no channel has had. */
  nextUniqueid(): string {
    const second = Math.max(this.firstSecond, Math.floor(this.now() / 1000));
    return `${second}.${this.next('channel')}`;
  }

  /** Lets a channel run in the dialplan from a place on; what it did before is cut short. */
  enterDialplan(channel: Channel, place: Place): void {
    channel.run(() => runDialplan(channel, place));
  }

  /** The channel of a name, which is compared as Asterisk does: without regard to case. */
  findChannel(name: string): Channel | undefined {
    const wanted = name.toLowerCase();
    for (const channel of this.channels.values()) {
      if (channel.name.toLowerCase() === wanted) return channel;
    }
    return undefined;
  }

  /** Ends everything at once, without events. */
  stop(): void {
    this.#events$.complete();
    this.#tasks.unsubscribe();
    for (const channel of this.channels.values()) channel.hangUp();
  }
}
