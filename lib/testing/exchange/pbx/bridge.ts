import type { Channel } from './channel.js';
import type { Fields } from './fields.js';
import { hangupCause } from './hangup-cause.js';
import type { Pbx } from './pbx.js';
import { first } from './process.js';
import type { Process } from './process.js';

/** What a bridge is for. */
export interface BridgeInit {
  readonly type: 'basic' | 'base' | 'parking' | 'conference' | 'holding';
  readonly technology: string;
  readonly creator?: string;
  readonly name?: string;
  readonly videoSourceMode?: string;
  /** Whether the others are let go when one hangs up, as with two who talk. */
  readonly isDissolvedByHangup?: boolean;
  /** Whether it stays when the last has left it. */
  readonly isPermanent?: boolean;
}

/** Channels that hear each other. */
export class Bridge {
  readonly channels: Channel[] = [];
  readonly createdAt: number;
  technology: string;
  isDestroyed = false;

  constructor(
    readonly pbx: Pbx,
    readonly id: string,
    readonly init: BridgeInit,
  ) {
    this.technology = init.technology;
    this.createdAt = pbx.now();
    pbx.emit('BridgeCreate', ['call'], this.fields());
  }

  /** What events say of it, under names with a prefix. */
  fields(prefix = ''): Fields {
    const { type, creator = '<unknown>', name = '<unknown>', videoSourceMode = 'none' } = this.init;
    return {
      [`${prefix}BridgeUniqueid`]: this.id,
      [`${prefix}BridgeType`]: type,
      [`${prefix}BridgeTechnology`]: this.technology,
      [`${prefix}BridgeCreator`]: creator,
      [`${prefix}BridgeName`]: name,
      [`${prefix}BridgeNumChannels`]: this.channels.length,
      [`${prefix}BridgeVideoSourceMode`]: videoSourceMode,
    };
  }

  /** Enters, and stays until the bridge lets the channel go. */
  *seat(channel: Channel): Process {
    this.enter(channel);
    try {
      yield* first(channel.released$);
    } finally {
      channel.bridge?.leave(channel);
    }
  }

  /** Puts a channel in, in the place of another if one is given. */
  enter(channel: Channel, swap?: Channel): void {
    this.channels.push(channel);
    channel.bridge = this;
    this.#join();
    const swapped = swap === undefined ? {} : { SwapUniqueid: swap.uniqueid };
    channel.publish();
    this.pbx.emit('BridgeEnter', ['call'], { ...this.fields(), ...channel.fields(), ...swapped });
    if (swap !== undefined) this.leave(swap);
    if (this.channels.length > 1) this.#tellPeers();
  }

  /** Takes a channel out; the bridge ends with the last. */
  leave(channel: Channel): void {
    const index = this.channels.indexOf(channel);
    if (index < 0) return;
    if (this.channels.length > 1 || channel.variables.get('BRIDGEPEER') !== undefined) {
      this.#forgetPeers(channel);
    }
    this.channels.splice(index, 1);
    if (channel.bridge === this) channel.bridge = undefined;
    this.pbx.emit('BridgeLeave', ['call'], { ...this.fields(), ...channel.fields() });
    if (this.channels.length === 0 && this.init.isPermanent !== true) this.destroy();
    else if (this.init.isDissolvedByHangup === true && this.channels.length === 1) this.dissolve();
  }

  /** Lets everybody go. */
  dissolve(): void {
    for (const channel of [...this.channels]) this.kick(channel);
  }

  /** Lets a channel go. */
  kick(channel: Channel): void {
    this.pbx.soon(() => {
      if (channel.bridge !== this) return;
      if (channel.hangupCause === hangupCause.notDefined) {
        channel.hangupCause = hangupCause.normalClearing;
      }
      channel.release();
    });
  }

  destroy(): void {
    if (this.isDestroyed) return;
    this.isDestroyed = true;
    this.pbx.bridges.all.delete(this.id);
    this.pbx.emit('BridgeDestroy', ['call'], this.fields());
  }

  /** Who meets in a bridge has one Linkedid: the oldest. */
  #join(): void {
    const oldest = this.channels.map(({ linkedid }) => linkedid).reduce(olderOf);
    for (const channel of this.channels) channel.linkedid = oldest;
  }

  #tellPeers(): void {
    if (this.init.type !== 'basic') return;
    for (const channel of this.channels) {
      const others = this.channels.filter((other) => other !== channel);
      const names = others.map(({ name }) => name).join(',');
      if (channel.variables.get('BRIDGEPEER') !== names) channel.setVariable('BRIDGEPEER', names);
    }
  }

  #forgetPeers(leaving: Channel): void {
    for (const channel of [leaving, ...this.channels.filter((other) => other !== leaving)]) {
      const peers = channel.variables.get('BRIDGEPEER') ?? '';
      if (peers === '') continue;
      channel.setVariable('BRIDGEPEER', '');
      channel.variables.delete('BRIDGEPEER');
    }
  }
}

function olderOf(one: string, other: string): string {
  return compareIds(one, other) <= 0 ? one : other;
}

/** Uniqueids are compared as the numbers that they are: seconds, then the number of the channel. */
function compareIds(one: string, other: string): number {
  const [seconds = 0, number = 0] = one.split('.').map(Number);
  const [otherSeconds = 0, otherNumber = 0] = other.split('.').map(Number);
  return seconds - otherSeconds || number - otherNumber;
}
