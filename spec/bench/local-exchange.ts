import { Duplex } from 'node:stream';
import { ActionReader, answer, response, type ReceivedAction } from './actions.js';
import { MARKER_MESSAGE } from './protocol.js';

/** It keeps no books on its channels, and a list without them would be taken at its word. */
const REFUSED: ReadonlySet<string | undefined> = new Set(['CoreShowChannels', 'BridgeList']);

/** An exchange in the process of its client: what is measured is what the client does. */
export class LocalExchange {
  readonly connection = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      setImmediate(() => {
        for (const action of this.reader.push(chunk)) this.answer(action);
      });
      done();
    },
  });

  private readonly reader = new ActionReader();
  private readonly answers = {
    write: (text: string): boolean => this.connection.push(text),
    end: (text: string): void => {
      this.connection.push(text);
      this.connection.push(null);
    },
  };

  constructor() {
    this.connection.push('Asterisk Call Manager/11.0.0\r\n');
  }

  /** Sends events. The bytes must stay as they are until they have been read. */
  send(...chunks: readonly Buffer[]): void {
    for (const chunk of chunks) this.connection.push(chunk);
  }

  /** Sends what tells a client that it has read everything. */
  mark(): void {
    this.send(MARKER_MESSAGE);
  }

  private answer(action: ReceivedAction): void {
    if (!REFUSED.has(action.get('action'))) answer(this.answers, action);
    else this.send(Buffer.from(response(action, 'Error', 'Message: Invalid/unknown command')));
  }
}
