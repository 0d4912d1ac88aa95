import type { EventClass } from '../../../catalogue/index.js';
import { Message } from '../../../wire/index.js';
import type { Fields } from '../pbx/fields.js';
import type { Pbx } from '../pbx/pbx.js';
import type { ActionMessage } from './action-message.js';
import type { ActionRequest } from './action-request.js';
import type { Manager } from './manager.js';
import type { ManagerSession } from './manager-session.js';
import { fieldLines, messageText } from './message-text.js';

/** An event of a list: its name, and its fields. */
export type ListEntry = readonly [name: string, fields: Fields];

/** An action that a session has asked for, and the means to answer it. */
export class Request implements ActionRequest {
  constructor(
    readonly message: ActionMessage,
    readonly session: ManagerSession,
    readonly manager: Manager,
  ) {}

  get pbx(): Pbx {
    return this.manager.pbx;
  }

  get action(): Message {
    return new Message(this.message.lines);
  }

  /** The first value of a field, empty if it is absent. */
  get(name: string): string {
    return this.message.get(name);
  }

  /** Every value of a field that may repeat. */
  getAll(name: string): string[] {
    return this.message.getAll(name);
  }

  /**
   * The ActionID as a field, if there is one. Events have it first where they don't say it
   * themselves; spread it among their fields where Asterisk has it elsewhere.
   */
  get id(): Readonly<Record<string, string>> {
    const id = this.get('ActionID');
    return id === '' ? {} : { ActionID: id };
  }

  /**
   * Sends a response.
   *
   * @param idBuffer - How many bytes Asterisk has for the line of the ActionID in this place: what
   *   is longer loses its end, the line end first.
   */
  respond(status: string, fields: Fields = {}, idBuffer = Infinity): void {
    const head = messageHead({ Response: status }, this.id, idBuffer);
    this.session.send(head + messageText(fieldLines(fields)));
  }

  succeed(message?: string, fields: Fields = {}): void {
    this.respond('Success', { ...(message === undefined ? {} : { Message: message }), ...fields });
  }

  fail(message: string): void {
    this.respond('Error', { Message: message });
  }

  /** Announces a list, sends its entries and the event that ends it. */
  list(message: string, entries: readonly ListEntry[], complete: string, extra: Fields = {}): void {
    this.respond('Success', { EventList: 'start', Message: message });
    for (const [name, fields] of entries) this.sendEvent(name, fields);
    this.sendEvent(complete, { EventList: 'Complete', ListItems: entries.length, ...extra });
  }

  /** Sends an event to this session alone, whatever its mask and filters. */
  sendEvent(name: string, fields: Fields = {}, idBuffer = Infinity): void {
    const id = 'ActionID' in fields ? {} : this.id;
    const head = messageHead({ Event: name }, id, idBuffer);
    this.session.send(head + messageText(fieldLines(fields)));
  }

  /** Sends text as it is. */
  sendText(text: string): void {
    this.session.send(text);
  }

  /** Sends an event of lines that need not be fields to every session; others come of the PBX. */
  broadcast(name: string, privilege: readonly EventClass[], lines: readonly string[]): void {
    this.manager.broadcast(name, privilege, lines);
  }
}

function messageHead(first: Fields, id: Fields, idBuffer: number): string {
  const [line, idLine = ''] = [...fieldLines(first), ...fieldLines(id)].map((one) => `${one}\r\n`);
  return `${line ?? ''}${idLine.slice(0, idBuffer - 1)}`;
}
