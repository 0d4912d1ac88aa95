import type { Channel } from '../channel.js';
import type { Pbx } from '../pbx.js';
import { yank } from '../transfers/yank.js';
import type { ParkOptions, ParkedCall } from './parked-call.js';
import { ParkingLot } from './parking-lot.js';
import { readParking } from './read-parking.js';

/** How long it takes to tell the parker the number of the space. */
const announcementMs = 3000;

/** The parking lots of a PBX. */
export class Parking {
  readonly lots: ReadonlyMap<string, ParkingLot>;

  constructor(
    private readonly pbx: Pbx,
    config = '',
  ) {
    const lots = readParking(config).map((lot) => new ParkingLot(pbx, lot));
    this.lots = new Map(lots.map((lot) => [lot.config.name, lot]));
    for (const lot of lots) this.#addExtensions(lot);
  }

  /** Parks a channel, whatever it does; `undefined` if there is no such lot, or no room. */
  park(channel: Channel, lotName: string, options: ParkOptions = {}): ParkedCall | undefined {
    const lot = this.lots.get(lotName);
    if (lot?.findSpace(options.space) === undefined) return undefined;
    const { bridge: from } = channel;
    const { parker } = options;
    const { bridge } = lot;
    if (parker !== undefined) channel.setVariable('BLINDTRANSFER', parker);
    if (from === undefined) {
      let call: ParkedCall | undefined;
      yank(channel, function* () {
        call = lot.admit(channel, options);
        yield* bridge.seat(channel);
      });
      return call;
    }
    if (parker !== undefined) channel.setVariable('BLINDTRANSFER', parker);
    const call = lot.admit(channel, options);
    bridge.adopt(channel);
    this.#dismiss(from.channels, parker);
    return call;
  }

  /** Those who talked to somebody who is parked now go; the parker is told where he is first. */
  #dismiss(channels: readonly Channel[], parker: string | undefined): void {
    if (channels.length !== 1) return;
    for (const channel of channels) {
      const { bridge } = channel;
      this.pbx.soon(() => bridge?.kick(channel), channel.name === parker ? announcementMs : 0);
    }
  }

  #addExtensions({ config }: ParkingLot): void {
    const { parkExten, first, last, context, name, hasHints } = config;
    const { dialplan } = this.pbx;
    if (parkExten === '') return;
    dialplan.add(context, parkExten, `1,Park(${name === 'default' ? '' : name})`);
    for (let space = first; space <= last; space++) {
      dialplan.add(context, String(space), `1,ParkedCall(${name},${space})`);
      if (hasHints) dialplan.add(context, String(space), `hint,park:${space}@${context}`);
    }
  }
}
