import { Channel } from './channel.js';
import type { DeviceState } from './devices.js';
import type { Pbx } from './pbx.js';
import type { Control, Indication, Technology } from './technology.js';

/** What is asked of a new channel. */
export interface ChannelRequest {
  /** Whose Linkedid it shares. */
  readonly requestor?: Channel;
  readonly uniqueid?: string;
  readonly otherUniqueid?: string;
}

/** The two halves of a Local channel. */
export interface LocalPair {
  readonly one: Channel;
  readonly two: Channel;
  /** Whether it may go when it is not needed. */
  readonly isOptimizable: boolean;
}

const pairs = new WeakMap<Channel, LocalPair>();

/** The two halves of the Local channel that a channel is one of. */
export function localPair(channel: Channel): LocalPair | undefined {
  return pairs.get(channel);
}

/** The other half of a Local channel. */
export function otherHalf(channel: Channel): Channel | undefined {
  const pair = localPair(channel);
  return pair?.one === channel ? pair.two : pair?.one;
}

/**
 * Makes the two halves of `exten@context/options` (core_local.c): the first is for whom it was
 * asked for, the second runs in the dialplan once the first is called.
 */
export function createLocal(pbx: Pbx, address: string, request: ChannelRequest = {}): Channel {
  const [destination = '', options = ''] = address.split('/');
  const [exten = '', context = 'default'] = destination.split('@');
  const number = pbx.next('local').toString(16).padStart(8, '0');
  const name = `Local/${exten}@${context}-${number}`;
  const place = { context, exten, priority: 1 };
  const uniqueid = request.uniqueid ?? pbx.nextUniqueid();
  const linkedid = request.requestor?.linkedid ?? uniqueid;
  const isOptimizable = !options.includes('n');
  const technology = new LocalTechnology(isOptimizable ? 'Yes' : 'No');
  const one = new Channel(pbx, {
    ...{ name: `${name};1`, uniqueid, linkedid, state: 'Down', place, technology },
  });
  const second = request.otherUniqueid ?? (request.uniqueid && `${request.uniqueid};2`);
  const two = new Channel(pbx, {
    ...{ name: `${name};2`, uniqueid: second ?? pbx.nextUniqueid(), linkedid, state: 'Ring' },
    ...{ place, technology },
  });
  const pair = { one, two, isOptimizable };
  pairs.set(one, pair).set(two, pair);
  return one;
}

/** Whether a Local channel to an address of this device is in use (core_local.c). */
export function stateOfLocal(pbx: Pbx, device: string): DeviceState | undefined {
  if (!device.startsWith('Local/')) return undefined;
  for (const channel of pbx.channels.values()) {
    if (channel.device === device && channel.name.endsWith(';1')) return 'INUSE';
  }
  const [, exten = '', context = ''] = /^Local\/([^@]*)@(.*)$/.exec(device) ?? [];
  return pbx.dialplan.has(context, exten) ? 'NOT_INUSE' : 'INVALID';
}

class LocalTechnology implements Technology {
  #wasCalled = false;

  constructor(private readonly optimization: 'Yes' | 'No') {}

  call(one: Channel): boolean {
    const two = otherHalf(one);
    if (two === undefined) return false;
    // What is a caller on one side is the connected line on the other.
    two.caller = one.connected;
    two.connected = one.caller;
    two.accountCode = one.accountCode;
    // Asterisk keeps variables in a list that it fills from the front.
    for (const [name, value] of [...one.variables].reverse()) two.setVariable(name, value);
    two.publish();
    const { context, exten } = two.place;
    if (!two.pbx.dialplan.has(context, exten)) return false;
    one.pbx.emit('LocalBridge', ['call'], {
      ...one.fields('LocalOne'),
      ...two.fields('LocalTwo'),
      Context: context,
      Exten: exten,
      LocalOptimization: this.optimization,
    });
    two.pbx.soon(() => {
      if (!two.isHungUp) two.pbx.enterDialplan(two, two.place);
    });
    this.#wasCalled = true;
    return true;
  }

  answer(channel: Channel): void {
    otherHalf(channel)?.receive('answer');
  }

  indicate(channel: Channel, indication: Indication): void {
    if (indication === 'hold' || indication === 'unhold') return;
    // Who has been answered hears a tone in place of a signal.
    if (channel.state === 'Up') otherHalf(channel)?.hear();
    else otherHalf(channel)?.receive(indication satisfies Control);
  }

  hangUp(channel: Channel): void {
    const other = otherHalf(channel);
    if (this.#wasCalled) other?.receiveHangup(channel.hangupCause);
    else {
      channel.pbx.soon(() => {
        other?.hangUp();
      });
    }
  }
}
