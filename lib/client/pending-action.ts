import type { SchedulerLike, Subscription } from 'rxjs';
import {
  ActionError,
  ActionTimeoutError,
  ListCancelledError,
  ProtocolError,
} from '../errors/index.js';
import type { AmiError } from '../errors/index.js';
import { AmiEvent, Response } from '../wire/index.js';
import type { Action, Message } from '../wire/index.js';
import type { EventMask } from './event-mask.js';
import { patienceMs } from './patience.js';
import type { Receiver, Wanted } from './receiver.js';
import { Reply } from './reply.js';
import type { Verdict } from './reply.js';
import { traceEnd } from './trace.js';
import type { ActionTrace } from './trace.js';

/** What the pending actions of a session share. */
export interface PendingHost {
  /** How long an action may hear nothing, besides what it asks for itself. */
  readonly timeoutMs: number;
  readonly maxListEntries: number;
  /** Which events the session asked for. */
  readonly events: EventMask | undefined;
  readonly scheduler: SchedulerLike;
  /** Nothing more is to come for an action, or nothing more is waited for. */
  forget(pending: PendingAction, verdict?: Verdict): void;
}

/**
 * An action on the wire, until its last message.
 *
 * Once nobody waits for it any more (unsubscribed, timed out), it stays for a while as a record
 * of what the server still owes, so that late entries are not taken for events.
 */
export class PendingAction {
  readonly reply: Reply;
  readonly #timeoutMs: number;
  #receiver: Receiver | undefined;
  #timer: Subscription;
  #lastHeard: number;
  #entries = 0;

  constructor(
    private readonly host: PendingHost,
    readonly id: string,
    readonly action: Action,
    private readonly wanted: Wanted,
    receiver: Receiver,
    private readonly trace: ActionTrace | undefined,
  ) {
    this.reply = new Reply(action, host.events);
    this.#receiver = receiver;
    this.#timeoutMs = host.timeoutMs + patienceMs(action);
    this.#lastHeard = host.scheduler.now();
    this.#timer = this.#wait(this.#timeoutMs);
  }

  /** Takes a response or an event that belongs to it. */
  take(message: Response | AmiEvent): void {
    const { reply, host } = this;
    const verdict =
      message instanceof AmiEvent ? reply.takeEvent(message) : reply.takeResponse(message);
    this.#lastHeard = host.scheduler.now();
    if (verdict === 'more') {
      this.#pass(message);
      if (message instanceof AmiEvent && ++this.#entries > host.maxListEntries) {
        this.#fail(new ProtocolError(`${this.action.name} has more entries than maxListEntries`));
      }
      return;
    }
    this.#timer.unsubscribe();
    host.forget(this, verdict);
    if (verdict === 'refused') this.#refuse(message);
    else if (verdict === 'cancelled') {
      this.#fail(new ListCancelledError(this.action.name, this.id, message));
    } else {
      this.#pass(message);
      this.#complete();
    }
  }

  /** Nobody waits for the answer any more. */
  abandon(): void {
    if (this.#receiver !== undefined) traceEnd(this.trace);
    this.#receiver = undefined;
  }

  /** Ends it without an answer. */
  fail(error: AmiError): void {
    this.#timer.unsubscribe();
    this.#fail(error);
  }

  #pass(message: Response | AmiEvent): void {
    const isResponse = message instanceof Response;
    if (this.wanted === 'all') this.#receiver?.next(message);
    else if (this.wanted === 'entries') {
      if (!isResponse && !this.reply.isListEnd(message)) this.#receiver?.next(message);
    } else if (isResponse) {
      // "No entries" is an answer to a list; to a request it is the refusal that it says it is.
      if (message.isError) this.#refuse(message);
      this.#receiver?.next(message);
      this.#finish();
    }
  }

  #complete(): void {
    if (this.wanted !== 'response') this.#finish();
    else this.#fail(new ProtocolError(`${this.action.name} was answered without a response`));
  }

  #finish(): void {
    const receiver = this.#receiver;
    this.abandon();
    receiver?.complete();
  }

  #refuse(message: Message): void {
    const { name } = this.action;
    this.#fail(new ActionError(`${name}: ${reasonOf(message)}`, name, this.id, message));
  }

  #fail(error: AmiError): void {
    const receiver = this.#receiver;
    if (receiver === undefined) return;
    this.#receiver = undefined;
    traceEnd(this.trace, error);
    receiver.error(error);
  }

  /** One timer serves the whole answer: it is set anew for what is left of the silence. */
  #wait(delayMs: number): Subscription {
    const { scheduler } = this.host;
    return scheduler.schedule(() => {
      const left = this.#lastHeard + this.#timeoutMs - scheduler.now();
      if (left <= 0 && this.#receiver === undefined) {
        this.host.forget(this);
        return;
      }
      this.#timer = this.#wait(left > 0 ? left : this.#timeoutMs);
      if (left > 0) return;
      this.#lastHeard = scheduler.now();
      const isAccepted = !this.reply.awaitsResponse;
      const { name } = this.action;
      this.#fail(new ActionTimeoutError(name, this.id, this.#timeoutMs, 'unknown', isAccepted));
    }, delayMs);
  }
}

/** Why an action was refused. Of a Command, the output says so, and the message nothing. */
function reasonOf(message: Message): string {
  const output = message instanceof Response ? message.output : undefined;
  if (output !== undefined) return output.split('\n')[0] ?? output;
  const reason = message.get('Reason');
  return message.get('Message') ?? (reason === undefined ? 'refused' : `reason ${reason}`);
}
