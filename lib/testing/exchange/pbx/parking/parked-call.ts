import type { Subscription } from 'rxjs';
import type { Channel } from '../channel.js';
import type { Fields } from '../fields.js';
import type { Place } from '../place.js';
import type { ParkingLot } from './parking-lot.js';

/** How somebody is parked. */
export interface ParkOptions {
  /** The channel that parks; the one who comes back after the time goes to its device. */
  readonly parker?: string;
  /** How long, in seconds; 0 for ever. */
  readonly timeLimit?: number;
  /** Where he goes after the time, rather than to the parker. */
  readonly comeback?: Place;
  /** The space, if it is free. */
  readonly space?: number;
}

/** Somebody who is parked. */
export class ParkedCall {
  readonly parkedAt: number;
  readonly timeLimit: number;
  /** What dials the device of the parker. */
  readonly parker: string;
  #timer: Subscription | undefined;

  constructor(
    readonly lot: ParkingLot,
    readonly channel: Channel,
    readonly space: number,
    readonly options: ParkOptions = {},
  ) {
    this.parkedAt = channel.pbx.now();
    this.timeLimit = options.timeLimit ?? lot.config.parkingTime;
    this.parker = deviceOf(options.parker ?? channel.name);
  }

  /** The parker as an extension: it has no slash in it. */
  get parkerExten(): string {
    return this.parker.replace('/', '_');
  }

  /** How long he has been parked, in seconds. */
  get duration(): number {
    return Math.floor((this.channel.pbx.now() - this.parkedAt) / 1000);
  }

  /** What events say of it. */
  fields(more: Fields = {}): Fields {
    return {
      ...this.channel.fields('Parkee'),
      ...more,
      ParkerDialString: this.parker,
      Parkinglot: this.lot.config.name,
      ParkingSpace: this.space,
      ParkingTimeout: this.timeLimit === 0 ? 0 : Math.max(0, this.timeLimit - this.duration),
      ParkingDuration: this.duration,
    };
  }

  /** Has something done when the time is over. */
  startTimer(whenOver: () => void): void {
    if (this.timeLimit > 0) {
      this.#timer = this.channel.pbx.soon(whenOver, this.timeLimit * 1000);
    }
  }

  stopTimer(): void {
    this.#timer?.unsubscribe();
  }
}

/** `Local/100@default-0000000a;1` is a channel of `Local/100@default`. */
function deviceOf(channel: string): string {
  const dash = channel.lastIndexOf('-');
  return dash < 0 ? channel : channel.slice(0, dash);
}
