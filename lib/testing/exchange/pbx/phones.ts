import { Channel } from './channel.js';
import type { ChannelState } from './channel-state.js';
import type { DeviceState } from './devices.js';
import { Contact } from './endpoints/contact.js';
import { combineStates } from './extensions/combine-states.js';
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
  /** The mailbox of its owner, such as `1234@default`. */
  readonly mailbox?: string;
  /** Called when the phone is called. */
  readonly onCall?: (channel: Channel, phone: Phone) => void;
}

/** A phone: the endpoint of channels `PJSIP/name-…`. */
export class Phone {
  /** What it has registered; `undefined` while it is not. */
  contact: Contact | undefined;
  /** Called when the phone is called. */
  onCall: ((channel: Channel, phone: Phone) => void) | undefined;

  constructor(
    readonly pbx: Pbx,
    readonly name: string,
    readonly init: PhoneInit,
  ) {
    this.onCall = init.onCall;
  }

  get device(): string {
    return `PJSIP/${this.name}`;
  }

  /** Its channels, the oldest first. */
  get channels(): Channel[] {
    return [...this.pbx.channels.values()].filter(({ device }) => device === this.device);
  }

  get isReachable(): boolean {
    return this.contact?.status === 'Reachable';
  }

  /** Registers, and answers when it is asked whether it is there; at another address it moves. */
  register(uri = `sip:${this.name}@192.0.2.${10 + (this.pbx.next('contact') % 240)}:5060`): void {
    const before = this.contact;
    if (before?.uri === uri) return;
    this.contact = new Contact(this.pbx, this.name, uri);
    this.contact.tell();
    before?.tell('Removed');
    this.#qualify(true, before?.status !== 'Reachable');
  }

  /** Takes back what it has registered. */
  unregister(): void {
    const { contact, isReachable } = this;
    this.contact = undefined;
    if (isReachable) this.#tellPeer('Unreachable');
    contact?.tell('Removed');
    this.#updateDevice();
  }

  /** Answers no longer, or again, while it stays registered. */
  setReachable(isReachable: boolean): void {
    if (this.contact === undefined || isReachable === this.isReachable) return;
    this.#qualify(isReachable, true);
  }

  get party(): Party {
    const { number, name } = this.init;
    return { ...(number === undefined ? {} : { number }), ...(name === undefined ? {} : { name }) };
  }

  #qualify(isReachable: boolean, isNews: boolean): void {
    const { contact } = this;
    if (contact === undefined) return;
    contact.status = isReachable ? 'Reachable' : 'Unreachable';
    if (isNews) this.#tellPeer(contact.status);
    contact.tell();
    this.#updateDevice();
  }

  #tellPeer(status: 'Reachable' | 'Unreachable'): void {
    const fields = { ChannelType: 'PJSIP', Peer: this.device, PeerStatus: status };
    this.pbx.emit('PeerStatus', ['system'], fields);
  }

  #updateDevice(): void {
    this.pbx.devices.set(this.device, this.pbx.devices.stateOf(this.device));
  }
}

/** The phones of a PBX, and the channels of their calls. */
export class Phones {
  readonly all = new Map<string, Phone>();

  constructor(private readonly pbx: Pbx) {
    pbx.devices.provide((device) => this.#stateOf(device));
  }

  /** Adds a phone, which registers. */
  add(name: string, init: PhoneInit = {}): Phone {
    const phone = new Phone(this.pbx, name, init);
    this.all.set(name, phone);
    phone.register();
    return phone;
  }

  /** The phone calls: a channel that will run in the dialplan. */
  dial(phone: Phone, exten: string, caller = phone.party): Channel {
    const place = { context: phone.init.context ?? 'default', exten, priority: 1 };
    const uniqueid = this.pbx.nextUniqueid();
    const channel = new Channel(this.pbx, {
      ...{ name: this.#nextName(phone), uniqueid, linkedid: uniqueid, state: 'Ring', place },
      technology: new PhoneTechnology(phone),
      caller,
      accountCode: phone.init.accountCode ?? '',
    });
    // Who watches the phone sees that it is in use before anybody answers.
    this.pbx.devices.changed(channel.device);
    return channel;
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

  /** What its channels say of a phone, and without any whether it is there (chan_pjsip.c). */
  #stateOf(device: string): DeviceState | undefined {
    const phone = this.all.get(/^PJSIP\/(.*)$/.exec(device)?.[1] ?? '');
    const states = phone?.channels.map(({ state }) => stateOf[state]) ?? [];
    if (states.length > 0) return combineStates(states);
    if (phone === undefined) return undefined;
    return phone.isReachable ? 'NOT_INUSE' : 'UNAVAILABLE';
  }
}

/** What each state of a channel says of its device. */
const stateOf: Readonly<Record<ChannelState, DeviceState>> = {
  ...{ Down: 'NOT_INUSE', Ring: 'INUSE', Ringing: 'RINGING', Up: 'INUSE', Busy: 'INUSE' },
};

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
