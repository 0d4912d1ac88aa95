import { Channel } from './channel.js';
import type { DeviceState } from './devices.js';
import { hangupCause } from './hangup-cause.js';
import type { ChannelRequest } from './local-channels.js';
import type { Party } from './party.js';
import type { Pbx } from './pbx.js';
import type { Technology } from './technology.js';

/** A phone of the exchange, and what it does when it is called. */
export interface PhoneInit extends Party {
  /** Where its calls begin in the dialplan. */
  readonly context?: string;
  readonly accountCode?: string;
  /** Called when the phone is called. */
  readonly onCall?: (channel: Channel, phone: Phone) => void;
}

/** A phone: the endpoint of channels `PJSIP/name-…`. */
export class Phone {
  isReachable = true;
  /** Called when the phone is called. */
  onCall: ((channel: Channel, phone: Phone) => void) | undefined;

  constructor(
    readonly name: string,
    readonly init: PhoneInit,
  ) {
    this.onCall = init.onCall;
  }

  get party(): Party {
    const { number, name } = this.init;
    return { ...(number === undefined ? {} : { number }), ...(name === undefined ? {} : { name }) };
  }
}

/** The phones of a PBX, and the channels of their calls. */
export class Phones {
  readonly all = new Map<string, Phone>();

  constructor(private readonly pbx: Pbx) {
    pbx.devices.provide((device) => this.#stateOf(device));
  }

  add(name: string, init: PhoneInit = {}): Phone {
    const phone = new Phone(name, init);
    this.all.set(name, phone);
    this.pbx.devices.set(`PJSIP/${name}`, 'NOT_INUSE');
    return phone;
  }

  /** The phone calls: a channel that will run in the dialplan. */
  dial(phone: Phone, exten: string, caller = phone.party): Channel {
    const place = { context: phone.init.context ?? 'default', exten, priority: 1 };
    const uniqueid = this.pbx.nextUniqueid();
    return new Channel(this.pbx, {
      ...{ name: this.#nextName(phone), uniqueid, linkedid: uniqueid, state: 'Ring', place },
      technology: new PhoneTechnology(phone),
      caller,
      accountCode: phone.init.accountCode ?? '',
    });
  }

  /** A channel to a phone, for a call to it. */
  request(address: string, { requestor, uniqueid }: ChannelRequest): Channel | number {
    const [name = ''] = address.split(/[/@]/);
    const phone = this.all.get(name);
    if (phone === undefined) return hangupCause.unallocated;
    if (!phone.isReachable) return hangupCause.subscriberAbsent;
    const id = uniqueid ?? this.pbx.nextUniqueid();
    return new Channel(this.pbx, {
      ...{ name: this.#nextName(phone), uniqueid: id, linkedid: requestor?.linkedid ?? id },
      ...{ state: 'Down', technology: new PhoneTechnology(phone), caller: phone.party },
      place: { context: phone.init.context ?? 'default', exten: '', priority: 1 },
    });
  }

  #nextName(phone: Phone): string {
    const number = this.pbx.next('pjsip').toString(16).padStart(8, '0');
    return `PJSIP/${phone.name}-${number}`;
  }

  /** What its channels say of a phone (chan_pjsip.c). */
  #stateOf(device: string): DeviceState | undefined {
    const phone = /^PJSIP\/(.*)$/.exec(device)?.[1];
    if (phone === undefined || !this.all.has(phone)) return undefined;
    if (this.all.get(phone)?.isReachable === false) return 'UNAVAILABLE';
    const states = [...this.pbx.channels.values()]
      .filter((channel) => channel.device === device)
      .map(({ state }) => state);
    const rings = states.includes('Ringing');
    const isUsed = states.some((state) => state === 'Up' || state === 'Ring');
    if (rings) return isUsed ? 'RINGINUSE' : 'RINGING';
    return isUsed ? 'INUSE' : 'NOT_INUSE';
  }
}

class PhoneTechnology implements Technology {
  constructor(private readonly phone: Phone) {}

  call(channel: Channel): boolean {
    channel.pbx.soon(() => {
      if (channel.isHungUp) return;
      channel.receive('ringing');
      this.phone.onCall?.(channel, this.phone);
    });
    return true;
  }

  answer(): void {
    // The phone hears it.
  }

  indicate(): void {
    // The phone plays it.
  }

  hangUp(): void {
    // The phone goes quiet.
  }
}
