import { startMusic, stopMusic } from '../applications/music-on-hold.js';
import type { Bridge } from '../bridge.js';
import type { Channel } from '../channel.js';
import { otherHalf } from '../local-channels.js';
import type { Pbx } from '../pbx.js';
import type { Place } from '../place.js';
import { ParkedCall } from './parked-call.js';
import type { ParkOptions } from './parked-call.js';
import type { ParkingLotConfig } from './read-parking.js';

/** A parking lot (res_parking.c). */
export class ParkingLot {
  /** Who is parked, by space. */
  readonly calls = new Map<number, ParkedCall>();
  #bridge: Bridge | undefined;
  #lastSpace: number;

  constructor(
    private readonly pbx: Pbx,
    readonly config: ParkingLotConfig,
  ) {
    this.#lastSpace = config.last;
  }

  /** Where those who are parked hear music: it is made for the first of them, and stays. */
  get bridge(): Bridge {
    this.#bridge ??= this.pbx.bridges.create({
      ...{ type: 'parking', technology: 'holding_bridge', creator: 'Parking' },
      ...{ name: this.config.name, isPermanent: true },
      onEnter: (channel) => {
        startMusic(channel, this.config.musicClass);
        otherHalf(channel)?.hear();
      },
      onLeave: (channel) => {
        stopMusic(channel);
        const call = this.#callOf(channel);
        if (call !== undefined) this.#giveUp(call);
      },
    });
    return this.#bridge;
  }

  /** A space that nobody has: the one that is wished for, if it is free. */
  findSpace(wished?: number): number | undefined {
    const { first, last, usesNext } = this.config;
    if (wished !== undefined && this.#isFree(wished)) return wished;
    const from = usesNext && this.#lastSpace < last ? this.#lastSpace + 1 : first;
    for (let space = from; space <= last; space++) if (this.#isFree(space)) return space;
    for (let space = first; space < from; space++) if (this.#isFree(space)) return space;
    return undefined;
  }

  /** Notes that a channel is parked; it enters the bridge next. `undefined` if the lot is full. */
  admit(channel: Channel, options: ParkOptions = {}): ParkedCall | undefined {
    const space = this.findSpace(options.space);
    if (space === undefined) return undefined;
    const call = new ParkedCall(this, channel, space, options);
    this.#lastSpace = space;
    this.calls.set(space, call);
    this.pbx.emit('ParkedCall', ['call'], call.fields());
    this.pbx.devices.set(this.#device(space), 'INUSE');
    call.startTimer(() => {
      this.#timeOut(call);
    });
    return call;
  }

  /** Lets go whoever is in a space, or the first of all, for somebody who fetches him. */
  release(retriever: Channel, space?: number): ParkedCall | undefined {
    const first = [...this.calls.keys()].sort((one, other) => one - other)[0];
    const call = this.calls.get(space ?? first ?? 0);
    if (call === undefined) return undefined;
    this.#remove(call);
    this.pbx.emit('UnParkedCall', ['call'], call.fields(retriever.fields('Retriever')));
    return call;
  }

  #isFree(space: number): boolean {
    const { first, last } = this.config;
    return space >= first && space <= last && !this.calls.has(space);
  }

  #callOf(channel: Channel): ParkedCall | undefined {
    return [...this.calls.values()].find((call) => call.channel === channel);
  }

  #giveUp(call: ParkedCall): void {
    this.#remove(call);
    this.pbx.emit('ParkedCallGiveUp', ['call'], call.fields());
  }

  #timeOut(call: ParkedCall): void {
    const { channel } = call;
    const place = this.#comeback(call);
    const { context, exten, priority } = place;
    this.#remove(call);
    this.pbx.emit('ParkedCallTimeOut', ['call'], {
      ...call.fields(),
      ...{ ParkeeContext: context, ParkeeExten: exten, ParkeePriority: priority },
    });
    channel.setVariables({
      PARKING_SPACE: call.space,
      ...(this.pbx.version === '16' ? { PARKINGSLOT: call.space } : {}),
      ...{ PARKEDLOT: this.config.name, PARKER: call.parker, PARKER_FLAT: call.parkerExten },
      BRIDGE_FEATURES: '',
    });
    this.bridge.leave(channel);
    channel.goTo(place);
    channel.moveTo(place);
  }

  /** Where somebody goes when his time is over. */
  #comeback(call: ParkedCall): Place {
    const { comebackToOrigin, comebackDialTime, comebackContext } = this.config;
    const { dialplan } = this.pbx;
    const exten = call.parkerExten;
    if (call.options.comeback !== undefined) return call.options.comeback;
    if (comebackToOrigin) {
      const context = 'park-dial';
      if (!dialplan.has(context, exten)) {
        dialplan.add(context, exten, `1,Dial(${call.parker},${comebackDialTime},)`);
      }
      return { context, exten, priority: 1 };
    }
    const isKnown = dialplan.has(comebackContext, exten);
    const hasDefault = dialplan.has(comebackContext, 's');
    return {
      context: isKnown || hasDefault ? comebackContext : 'default',
      exten: isKnown ? exten : 's',
      priority: 1,
    };
  }

  #remove(call: ParkedCall): void {
    call.stopTimer();
    this.calls.delete(call.space);
    this.pbx.devices.set(this.#device(call.space), 'NOT_INUSE');
  }

  #device(space: number): string {
    return `park:${space}@${this.config.context}`;
  }
}
