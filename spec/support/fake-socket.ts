import { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import { MessageParser } from '../../lib/wire/index.js';
import type { Message } from '../../lib/wire/index.js';

/** What the far end does with an action. */
export type Answer = (action: Message, socket: FakeSocket) => void;

/**
 * A socket without a network: synchronous, so that virtual time is all the time there is. What is
 * written is read as actions; the far end speaks by `receive`.
 */
export class FakeSocket extends EventEmitter {
  readonly actions: Message[] = [];
  destroyed = false;
  /** What was written, as text. */
  written = '';
  readonly #parser = new MessageParser();
  readonly #deliveries: (() => void)[] = [];
  #rest = '';

  constructor(private readonly answer: Answer = () => undefined) {
    super();
  }

  /** As a socket of Node, for the `transport` option. */
  get duplex(): Duplex {
    return this as unknown as Duplex;
  }

  /** The names of the actions that came. */
  get names(): string[] {
    return this.actions.map((action) => action.get('Action') ?? '');
  }

  /** Lets bytes arrive. */
  receive(data: string | Uint8Array): void {
    this.#deliver(() => this.emit('data', data));
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
    this.#deliver(() => this.emit('end'));
    this.#deliver(() => this.emit('close'));
  }

  /** The connection breaks. */
  fail(error: Error): void {
    this.#deliver(() => this.emit('error', error));
    this.#deliver(() => this.emit('close'));
  }

  write(text: string): boolean {
    this.written += text;
    const lines = (this.#rest + text).split('\r\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const action = this.#parser.push(line);
      if (action === undefined) continue;
      this.actions.push(action);
      this.answer(action, this);
    }
    return true;
  }

  destroy(): this {
    if (!this.destroyed) {
      this.destroyed = true;
      this.emit('destroyed');
    }
    return this;
  }

  /** One thing after the other: a socket never delivers within a delivery. */
  #deliver(what: () => void): void {
    this.#deliveries.push(what);
    if (this.#deliveries.length > 1) return;
    for (let next = this.#deliveries[0]; next !== undefined; next = this.#deliveries[0]) {
      if (!this.destroyed) next();
      this.#deliveries.shift();
    }
  }
}
