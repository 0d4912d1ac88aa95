import { noteCallTo } from './calls-underway.js';
import type { CallUnderway } from './calls-underway.js';
import type { Channel } from './channel.js';
import type { Fields } from './fields.js';
import type { Pbx } from './pbx.js';

/** What `DialStatus` says of an outgoing call that has ended. */
export type DialStatus = 'ANSWER' | 'BUSY' | 'CANCEL' | 'CHANUNAVAIL' | 'CONGESTION' | 'NOANSWER';

/** A call that is placed for a caller, or for nobody; what dials say of it (stasis_channels.c). */
export class OutgoingCall implements CallUnderway {
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
    noteCallTo(this.channel, this);
    this.pbx.emit('DialBegin', ['call'], { ...this.#fields, DialString: this.dialString });
    return true;
  }

  takeOver(channel: Channel): void {
    noteCallTo(this.#channel, undefined);
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
    noteCallTo(this.channel, undefined);
    this.pbx.emit('DialEnd', ['call'], { ...this.#fields, DialStatus: status, ...more });
  }

  get #fields(): Fields {
    return { ...this.caller?.freshFields(), ...this.channel.freshFields('Dest') };
  }
}
