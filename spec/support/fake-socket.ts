import { ClientEnd } from '../../lib/testing/exchange/manager/client-end.js';
import { MessageParser } from '../../lib/wire/index.js';
import type { Message } from '../../lib/wire/index.js';

/** What the far end does with an action. */
export type Answer = (action: Message, socket: FakeSocket) => void;

/**
 * The client's end of a connection, at the far end of which a spec says each byte: what no exchange
 * would send as well, and when no network is so fast. What is written is read as actions.
 */
export class FakeSocket extends ClientEnd {
  readonly actions: Message[] = [];
  /** What was written, as text. */
  written = '';
  readonly #parser = new MessageParser();
  #rest = '';

  constructor(private readonly answer: Answer = () => undefined) {
    super({
      write: (chunk) => {
        this.#read(String(chunk));
      },
      close: () => undefined,
    });
  }

  /** The names of the actions that came. */
  get names(): string[] {
    return this.actions.map((action) => action.get('Action') ?? '');
  }

  /** Lets a message arrive, as an answer to an action if one is given. */
  reply(fields: Record<string, string | number>, action?: Message): void {
    const [first, ...rest] = Object.entries(fields);
    const id = action?.actionId === undefined ? [] : [['ActionID', action.actionId] as const];
    const lines = [...(first === undefined ? [] : [first]), ...id, ...rest];
    this.receive(`${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  }

  /** The far end closes. */
  finish(): void {
    this.receiveEnd();
  }

  /** The connection breaks. */
  fail(error: Error): void {
    this.receiveError(error);
  }

  #read(text: string): void {
    this.written += text;
    const lines = (this.#rest + text).split('\r\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const action = this.#parser.push(line);
      if (action === undefined) continue;
      this.actions.push(action);
      this.answer(action, this);
    }
  }
}
