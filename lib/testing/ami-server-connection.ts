import type { Socket } from 'node:net';
import type { Message } from '../wire/index.js';

/** Answers an action of a client: `true` if it is dealt with. */
export type ActionHandler = (action: Message, connection: AmiServerConnection) => boolean;

/** The fields of a message that the server sends, in order. */
export type Fields = Readonly<Record<string, string | number>>;

/** One client of an {@link AmiServer}, seen from the server. */
export class AmiServerConnection {
  /** The actions that have come, in order. */
  readonly actions: Message[] = [];
  /** Whether a login was accepted. */
  isLoggedIn = false;

  constructor(private readonly socket: Socket) {}

  /** The address that the client dialled from. */
  get remoteAddress(): string | undefined {
    return this.socket.remoteAddress;
  }

  /** Sends text or bytes as they are. */
  send(data: string | Uint8Array): void {
    if (this.socket.writable) this.socket.write(data);
  }

  /** Answers an action, under its ActionID. */
  respond(action: Message, status: string, fields: Fields = {}): void {
    this.send(write({ Response: status, ...idOf(action), ...fields }));
  }

  /** Sends an event; with an action, under its ActionID. */
  sendEvent(name: string, fields: Fields = {}, action?: Message): void {
    this.send(write({ Event: name, ...(action === undefined ? {} : idOf(action)), ...fields }));
  }

  /** Answers a list action: the announcement, the entries, the complete event. */
  respondList(
    action: Message,
    entries: readonly (readonly [string, Fields])[],
    complete: string,
  ): void {
    this.respond(action, 'Success', { EventList: 'start', Message: 'A list will follow' });
    for (const [name, fields] of entries) this.sendEvent(name, fields, action);
    this.sendEvent(complete, { EventList: 'Complete', ListItems: entries.length }, action);
  }

  /** Goes silent without a FIN or RST, as a host that lost its power: nothing is read any more. */
  freeze(): void {
    this.socket.pause();
    this.send = () => undefined;
  }

  /** Closes in an orderly way. */
  end(): void {
    this.socket.end();
  }

  /** Cuts the connection. */
  destroy(): void {
    this.socket.destroy();
  }
}

function idOf(action: Message): Fields {
  const id = action.actionId;
  return id === undefined ? {} : { ActionID: id };
}

function write(fields: Fields): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${lines.join('')}\r\n`;
}
