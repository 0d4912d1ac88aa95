import type { Channel } from './channel.js';
import type { Fields } from './fields.js';
import type { Pbx } from './pbx.js';

/** What `DialStatus` says of an outgoing call that has ended. */
export type DialStatus = 'ANSWER' | 'BUSY' | 'CANCEL' | 'CHANUNAVAIL' | 'CONGESTION' | 'NOANSWER';

const underway = new WeakMap<Channel, OutgoingCall>();

/** The call that a channel has been called by, until it is answered or given up. */
export function callTo(channel: Channel): OutgoingCall | undefined {
  return underway.get(channel);
}

/** A call that is placed for a caller, or for nobody; what dials say of it (stasis_channels.c). */
export class OutgoingCall {
  /** Whether the end of the dial has been told. */
  isOver = false;

  #channel: Channel;

  constructor(
    readonly pbx: Pbx,
    channel: Channel,
    readonly dialString: string,
    readonly caller?: Channel,
  ) {
    this.#channel = channel;
  }

  /** Who is called; somebody else once he has picked up. */
  get channel(): Channel {
    return this.#channel;
  }

  /** Places the call, and tells of it; `false` if it can't be placed. */
  begin(): boolean {
    if (!this.channel.call()) return false;
    underway.set(this.channel, this);
    this.pbx.emit('DialBegin', ['call'], { ...this.#fields, DialString: this.dialString });
    return true;
  }

  /** Somebody else answers in the place of the channel that is called. */
  takeOver(channel: Channel): void {
    underway.delete(this.#channel);
    this.#channel.receive('pickup');
    this.#channel = channel;
  }

  /** Tells how far it is. */
  progress(status: 'RINGING' | 'PROGRESS' | 'PROCEEDING'): void {
    this.pbx.emit('DialState', ['call'], { ...this.#fields, DialStatus: status });
  }

  /** Tells how the dial has ended; once. */
  end(status: DialStatus, more: Fields = {}): void {
    if (this.isOver) return;
    this.isOver = true;
    underway.delete(this.channel);
    this.pbx.emit('DialEnd', ['call'], { ...this.#fields, DialStatus: status, ...more });
  }

  get #fields(): Fields {
    return { ...this.caller?.freshFields(), ...this.channel.freshFields('Dest') };
  }
}
