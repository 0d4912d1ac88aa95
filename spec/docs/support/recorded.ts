import type { AmiEvent } from '../../../lib/wire/index.js';
import { newsOf } from '../../live/support/fold.js';
import type { WatchedExchange } from '../../support/watched-exchange.js';

/** What happens in a recording, told again to the clients of a server. */
export class Recorded {
  readonly #events: readonly AmiEvent[];
  #next = 0;

  /** @param edit - Makes of what was recorded what is told. */
  constructor(
    recording: string,
    private readonly edit: (text: string) => string = (text) => text,
  ) {
    this.#events = newsOf(recording).filter(({ name }) => name !== 'FullyBooted');
  }

  /** Goes on until an event of this name, which is told; without one, to the end. */
  tell(server: WatchedExchange, until?: string): void {
    const from = this.#events.slice(this.#next);
    const last = from.findIndex(({ name }) => name === until);
    if (until !== undefined && last < 0) throw new Error(`There is no ${until} any more`);
    const told = until === undefined ? from : from.slice(0, last + 1);
    this.#next += told.length;
    const text = told.map(({ lines }) => `${lines.join('\r\n')}\r\n\r\n`).join('');
    server.client.send(this.edit(text));
  }
}

/** Changes how an event of a recording begins a call: as a phone or a trunk does that calls. */
export function asInbound(text: string): string {
  return text.replace(
    'ChannelState: 0\r\nChannelStateDesc: Down',
    'ChannelState: 4\r\nChannelStateDesc: Ring',
  );
}
