import type { Channel } from './channel.js';
import type { Fields } from './fields.js';
import type { Pbx } from './pbx.js';

/** What `DialStatus` says of an outgoing call that has ended. */
export type DialStatus = 'ANSWER' | 'BUSY' | 'CANCEL' | 'CHANUNAVAIL' | 'CONGESTION' | 'NOANSWER';

/** A call that is placed for a caller, or for nobody; what dials say of it (stasis_channels.c). */
export class OutgoingCall {
  /** Whether the end of the dial has been told. */
  isOver = false;

  constructor(
    readonly pbx: Pbx,
    readonly channel: Channel,
    readonly dialString: string,
    readonly caller?: Channel,
  ) {}

  /** Places the call, and tells of it; `false` if it can't be placed. */
  begin(): boolean {
    if (!this.channel.call()) return false;
    this.pbx.emit('DialBegin', ['call'], { ...this.#fields, DialString: this.dialString });
    return true;
  }

  /** Tells how far it is. */
  progress(status: 'RINGING' | 'PROGRESS' | 'PROCEEDING'): void {
    this.pbx.emit('DialState', ['call'], { ...this.#fields, DialStatus: status });
  }

  /** Tells how the dial has ended; once. */
  end(status: DialStatus, more: Fields = {}): void {
    if (this.isOver) return;
    this.isOver = true;
    this.pbx.emit('DialEnd', ['call'], { ...this.#fields, DialStatus: status, ...more });
  }

  get #fields(): Fields {
    return { ...this.caller?.freshFields(), ...this.channel.freshFields('Dest') };
  }
}
