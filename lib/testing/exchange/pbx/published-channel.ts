import type { Bridge } from './bridge.js';
import type { ChannelInit } from './channel-init.js';
import { snapshotFields, snapshotOf } from './channel-snapshot.js';
import type { ChannelSnapshot } from './channel-snapshot.js';
import type { ChannelState } from './channel-state.js';
import { escapeName } from './escape-name.js';
import type { Fields } from './fields.js';
import { hangupCause } from './hangup-cause.js';
import type { Party } from './party.js';
import type { Pbx } from './pbx.js';
import type { Place } from './place.js';
import { snapshotEvents } from './snapshot-events.js';

/**
 * What a channel is, and what is told of that. It may be set at will; events tell of it when it is
 * published, by what differs from the last time (manager_channels.c).
 */
export class PublishedChannel {
  name: string;
  readonly uniqueid: string;
  readonly createdAt: number;
  linkedid: string;
  state: ChannelState;
  caller: Party;
  connected: Party = {};
  language = 'en';
  accountCode: string;
  place: Place;
  application = '';
  applicationData = '';
  hangupCause: number = hangupCause.notDefined;
  bridge: Bridge | undefined;
  /** Channel variables; a name may begin with `_` or `__`, which says who inherits it. */
  readonly variables = new Map<string, string>();
  isHungUp = false;
  #published: ChannelSnapshot | undefined;
  /** Whether its end has been told. */
  #isGone = false;

  constructor(
    readonly pbx: Pbx,
    init: ChannelInit,
  ) {
    this.name = init.name;
    this.uniqueid = init.uniqueid;
    this.linkedid = init.linkedid;
    this.state = init.state;
    this.place = init.place;
    this.caller = init.caller ?? {};
    this.accountCode = init.accountCode ?? '';
    this.createdAt = pbx.now();
  }

  /** The device that the channel is one of: its name without the number of the channel. */
  get device(): string {
    return this.name.slice(0, this.name.lastIndexOf('-'));
  }

  /** What events say of it, under names with a prefix: how it was when it was published. */
  fields(prefix = ''): Fields {
    return snapshotFields(this.#published ?? snapshotOf(this), prefix);
  }

  /** What the few events say that look at the channel itself: those of dials. */
  freshFields(prefix = ''): Fields {
    return snapshotFields(snapshotOf(this), prefix);
  }

  /** Tells of what differs from the last time. */
  publish(): void {
    if (this.#isGone) return;
    const last = this.#published;
    const now = snapshotOf(this);
    this.#published = now;
    this.#isGone = this.isHungUp;
    for (const { name, privilege, fields } of snapshotEvents(
      last,
      now,
      this.isHungUp ? this.hangupCause : undefined,
    )) {
      this.pbx.emit(name, privilege, fields);
    }
    if (last !== undefined && last.state !== now.state) this.pbx.devices.changed(this.device);
  }

  setState(state: ChannelState): void {
    this.state = state;
    this.publish();
  }

  /** Notes what the channel does. */
  enter(application: string, data: string): void {
    this.application = application;
    this.applicationData = data;
    this.publish();
  }

  setVariable(name: string, value: string): void {
    this.variables.set(name, value);
    const fields = { Variable: name, Value: escapeName(value) };
    this.pbx.emit('VarSet', ['dialplan'], { ...this.fields(), ...fields });
  }

  /** Sets variables, one after the other. */
  setVariables(variables: Readonly<Record<string, string | number>>): void {
    for (const [name, value] of Object.entries(variables)) this.setVariable(name, String(value));
  }
}
