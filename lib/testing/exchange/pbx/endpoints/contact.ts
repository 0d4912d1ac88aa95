import { createHash } from 'node:crypto';
import type { Pbx } from '../pbx.js';

/** How long a registration lasts; phones renew it in time. */
const expirySeconds = 3600;

/** How long the answer to a question whether a phone is there takes, in microseconds. */
const roundTrip = 850;

/** Where a phone is to be reached: what it has registered. */
export class Contact {
  /** Asked for now and then; before the first answer it is `NonQualified`. */
  status: 'NonQualified' | 'Reachable' | 'Unreachable' = 'NonQualified';
  readonly #since: number;

  constructor(
    readonly pbx: Pbx,
    readonly endpoint: string,
    readonly uri: string,
  ) {
    this.#since = Math.floor(pbx.now() / 1000);
  }

  get id(): string {
    return `${this.endpoint};@${createHash('md5').update(this.uri).digest('hex')}`;
  }

  /** When it ends if it is not renewed, in seconds since 1970. */
  get expiresAt(): number {
    const elapsed = this.pbx.now() / 1000 - this.#since;
    return this.#since + expirySeconds * (Math.floor(elapsed / expirySeconds) + 1);
  }

  /** The host of its URI, and the port. */
  get address(): readonly [host: string, port: string] {
    const [, host = '', port = '5060'] = /@([^:;]+)(?::(\d+))?/.exec(this.uri) ?? [];
    return [host, port];
  }

  /** The time that the last answer took, as lists say it. */
  get roundTrip(): number | 'N/A' {
    return this.status === 'Reachable' ? roundTrip : 'N/A';
  }

  tell(status: string = this.status): void {
    this.pbx.emit('ContactStatus', ['system'], {
      URI: this.uri,
      ContactStatus: status,
      AOR: this.endpoint,
      EndpointName: this.endpoint,
      RoundtripUsec: status === 'Reachable' ? roundTrip : 0,
    });
  }
}
