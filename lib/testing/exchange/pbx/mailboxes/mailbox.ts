import type { Channel } from '../channel.js';
import type { Pbx } from '../pbx.js';
import type { Message } from './message.js';

/** How many messages a mailbox has. */
export interface MessageCounts {
  readonly newMessages?: number;
  readonly oldMessages?: number;
}

/** A mailbox, such as `1234@default`. */
export class Mailbox {
  messages: readonly Message[] = [];

  constructor(
    readonly pbx: Pbx,
    readonly name: string,
    /** What voicemail.conf says: who it belongs to, and so on. */
    readonly fullName = '',
    readonly email = '',
  ) {}

  get newMessages(): number {
    return this.messages.filter(({ folder }) => folder === 'INBOX').length;
  }

  get oldMessages(): number {
    return this.messages.length - this.newMessages;
  }

  /** Puts so many messages in, and tells of it; what is not said stays. */
  set({ newMessages = this.newMessages, oldMessages = this.oldMessages }: MessageCounts): void {
    this.messages = [...this.#first('INBOX', newMessages), ...this.#first('Old', oldMessages)];
    this.#tell();
  }

  /** A caller leaves a message. */
  leave(caller: Channel, durationMs: number): void {
    const { number = '', name } = caller.caller;
    const callerId = name === undefined ? number : `"${name}" <${number}>`;
    this.messages = [...this.messages, this.#message('INBOX', callerId, durationMs)];
    this.#tell(caller);
  }

  #first(folder: Message['folder'], count: number): Message[] {
    const known = this.messages.filter((message) => message.folder === folder).slice(0, count);
    const missing = Math.max(0, count - known.length);
    const more = Array.from({ length: missing }, () => this.#message(folder, 'Unknown', 5000));
    return [...known, ...more];
  }

  #message(folder: Message['folder'], callerId: string, durationMs: number): Message {
    const leftAt = this.pbx.now();
    const number = this.pbx.next('message').toString(16).padStart(8, '0');
    return { folder, callerId, leftAt, durationMs, id: `${Math.floor(leftAt / 1000)}-${number}` };
  }

  /** Says by its device whether there are new messages. */
  tellDevice(): void {
    this.pbx.devices.set(`MWI:${this.name}`, this.newMessages > 0 ? 'INUSE' : 'NOT_INUSE');
  }

  #tell(caller?: Channel): void {
    this.pbx.emit('MessageWaiting', ['call'], {
      ...caller?.fields(),
      Mailbox: this.name,
      Waiting: this.newMessages > 0 ? 1 : 0,
      New: this.newMessages,
      Old: this.oldMessages,
    });
    this.tellDevice();
  }
}
