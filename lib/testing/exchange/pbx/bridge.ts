import { stopMusic } from './applications/music-on-hold.js';
import type { Channel } from './channel.js';
import type { Fields } from './fields.js';
import { hangupCause } from './hangup-cause.js';
import type { Pbx } from './pbx.js';
import { first } from './process.js';
import type { Process } from './process.js';
import { optimizeSoon } from './transfers/optimize-local.js';

/** What a bridge is for. */
export interface BridgeInit {
  readonly type: 'basic' | 'base' | 'parking' | 'conference' | 'holding' | 'agent_hold';
  readonly technology: string;
  readonly creator?: string;
  readonly name?: string;
  readonly videoSourceMode?: string;
  /** Whether the others are let go when one hangs up, as with two who talk. */
  readonly isDissolvedByHangup?: boolean;
  /** Whether it stays when the last has left it. */
  readonly isPermanent?: boolean;
  /** Called when a channel has entered. */
  readonly onEnter?: (channel: Channel) => void;
  /** Called when a channel is about to leave. */
  readonly onLeave?: (channel: Channel) => void;
  /** Called when a channel has left for good. */
  readonly onLeft?: (channel: Channel) => void;
}

const peersVariable = 'BRIDGEPEER';

/** How many Asterisk says of those whom a channel talks to. */
const maxPeers = 10;

/** Who has arrived somewhere is no longer on the way there. */
const transferVariables = ['BLINDTRANSFER', 'ATTENDEDTRANSFER'];

/** Channels that hear each other. */
export class Bridge {
  readonly channels: Channel[] = [];
  /** Channels that Asterisk keeps to itself, which count: the names of those who announce. */
  readonly announcers: string[] = [];
  /** The same of those who record. */
  readonly recorders: string[] = [];
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
      [`${prefix}BridgeNumChannels`]: this.size,
      [`${prefix}BridgeVideoSourceMode`]: videoSourceMode,
    };
  }

  /** How many are in it, with those whom nobody else sees. */
  get size(): number {
    return this.announcers.length + this.channels.length + this.recorders.length;
  }

  /** Enters, and stays until the bridge lets the channel go. */
  *seat(channel: Channel): Process {
    this.enter(channel);
    try {
      yield* first(channel.released$);
    } finally {
      if (channel.hangupCause === hangupCause.notDefined) {
        channel.hangupCause = hangupCause.normalClearing;
      }
      channel.bridge?.leave(channel);
    }
  }

  /** Puts a channel in, in the place of another if one is given. */
  enter(channel: Channel, swap?: Channel): void {
    if (swap !== undefined) {
      this.#forgetPeers(swap);
      this.#remove(swap);
    }
    this.channels.push(channel);
    channel.bridge = this;
    this.#join();
    const swapped = swap === undefined ? {} : { SwapUniqueid: swap.uniqueid };
    channel.publish();
    this.pbx.emit('BridgeEnter', ['call'], { ...this.fields(), ...channel.fields(), ...swapped });
    for (const name of transferVariables) unset(channel, name);
    this.tellPeers();
    this.init.onEnter?.(channel);
    optimizeSoon(channel);
  }

  /** Takes a channel over from the bridge that it is in, which goes on without it (ast_bridge_move). */
  adopt(channel: Channel, swap?: Channel): void {
    const from = channel.bridge;
    if (from !== undefined) {
      from.init.onLeave?.(channel);
      from.#remove(channel);
    }
    this.enter(channel, swap);
    if (from?.size === 0) from.end();
  }

  /** Takes a channel out; the bridge ends with the last. */
  leave(channel: Channel): void {
    if (!this.channels.includes(channel)) return;
    if (this.init.type === 'basic') stopMusic(channel);
    this.init.onLeave?.(channel);
    this.#forgetPeers(channel);
    this.#remove(channel);
    this.init.onLeft?.(channel);
    if (this.size === 0) this.end();
    else if (this.init.isDissolvedByHangup === true && this.channels.length === 1) {
      // With 16 the others hang up for the reason that the first had.
      this.dissolve(this.pbx.version === '16' ? channel.hangupCause : undefined);
    } else this.tellPeers();
  }

  /** Lets everybody go. */
  dissolve(cause?: number): void {
    for (const channel of [...this.channels]) {
      if (cause !== undefined) channel.hangupCause = cause;
      this.kick(channel);
    }
  }

  /** Lets a channel go. */
  kick(channel: Channel): void {
    this.pbx.soon(() => {
      if (channel.bridge === this) channel.release();
    });
  }

  /** Nobody is left. */
  end(): void {
    if (this.init.isPermanent !== true) this.destroy();
  }

  destroy(): void {
    if (this.isDestroyed) return;
    this.isDestroyed = true;
    this.pbx.bridges.all.delete(this.id);
    this.pbx.emit('BridgeDestroy', ['call'], this.fields());
  }

  /** Tells everybody who the others are, where that has changed. */
  tellPeers(): void {
    if (this.technology === 'holding_bridge') {
      for (const channel of this.channels) this.#forgetPeers(channel);
      return;
    }
    if (this.size < 2) return;
    for (const channel of this.channels) {
      const others = this.channels.filter((other) => other !== channel);
      const names = [...this.announcers, ...others.map(({ name }) => name), ...this.recorders]
        .slice(0, maxPeers)
        .join(',');
      if (channel.variables.get(peersVariable) !== names) channel.setVariable(peersVariable, names);
    }
  }

  /** Who meets to talk has one Linkedid: the oldest. */
  #join(): void {
    if (this.init.type !== 'basic') return;
    const oldest = this.channels.map(({ linkedid }) => linkedid).reduce(olderOf);
    for (const channel of this.channels) {
      if (channel.linkedid === oldest) continue;
      channel.linkedid = oldest;
      channel.publish();
    }
  }

  #forgetPeers(channel: Channel): void {
    unset(channel, peersVariable);
  }

  #remove(channel: Channel): void {
    this.channels.splice(this.channels.indexOf(channel), 1);
    if (channel.bridge === this) channel.bridge = undefined;
    this.pbx.emit('BridgeLeave', ['call'], { ...this.fields(), ...channel.fields() });
  }
}

function unset(channel: Channel, name: string): void {
  if (!channel.variables.has(name)) return;
  channel.setVariable(name, '');
  channel.variables.delete(name);
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
