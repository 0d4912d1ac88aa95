import type { SchedulerLike, Subscriber, Subscription } from 'rxjs';
import {
  ActionError,
  ActionTimeoutError,
  ListCancelledError,
  ProtocolError,
} from '../errors/index.js';
import type { AmiError } from '../errors/index.js';
import { AmiEvent } from '../wire/index.js';
import type { Action, Message, Response } from '../wire/index.js';
import { isTrue, Reply } from './reply.js';
import type { Verdict } from './reply.js';
import { traceEnd } from './trace.js';
import type { ActionTrace } from './trace.js';

/** The bounds that a pending action keeps. */
export interface PendingLimits {
  readonly timeoutMs: number;
  readonly maxListEntries: number;
}

/**
 * An action on the wire, until its last message.
 *
 * Once nobody waits for it any more (unsubscribed, timed out), it stays for a while as a record
 * of what the server still owes, so that late entries are not taken for events.
 */
export class PendingAction {
  readonly #reply: Reply;
  readonly #timeoutMs: number;
  #subscriber: Subscriber<Message> | undefined;
  #timer: Subscription;
  #lastHeard: number;
  #entries = 0;

  constructor(
    readonly id: string,
    readonly action: Action,
    subscriber: Subscriber<Message>,
    private readonly limits: PendingLimits,
    private readonly scheduler: SchedulerLike,
    private readonly trace: ActionTrace | undefined,
    /** Called once nothing more is to come, or nothing more is waited for. */
    private readonly forget: (pending: PendingAction, verdict?: Verdict) => void,
  ) {
    this.#reply = new Reply(action);
    this.#subscriber = subscriber;
    this.#timeoutMs = limits.timeoutMs + patienceMs(action);
    this.#lastHeard = scheduler.now();
    this.#timer = this.#wait(this.#timeoutMs);
  }

  /** Whether the server has yet to respond. */
  get awaitsResponse(): boolean {
    return this.#reply.awaitsResponse;
  }

  /** Whether an event is a part of this answer, and not one for everybody. */
  owns(event: AmiEvent): boolean {
    return this.#reply.owns(event);
  }

  /** Takes a response or an event that belongs to it. */
  take(message: Response | AmiEvent): void {
    const verdict =
      message instanceof AmiEvent
        ? this.#reply.takeEvent(message)
        : this.#reply.takeResponse(message);
    this.#lastHeard = this.scheduler.now();
    if (verdict === 'more') {
      this.#subscriber?.next(message);
      if (message instanceof AmiEvent && ++this.#entries > this.limits.maxListEntries) {
        this.#fail(new ProtocolError(`${this.action.name} has more entries than maxListEntries`));
      }
      return;
    }
    this.#timer.unsubscribe();
    this.forget(this, verdict);
    if (verdict === 'done') this.#complete(message);
    else if (verdict === 'refused') this.#fail(toActionError(this, message));
    else this.#fail(new ListCancelledError(this.action.name, this.id, message));
  }

  /** Nobody waits for the answer any more. */
  abandon(): void {
    if (this.#subscriber !== undefined) traceEnd(this.trace);
    this.#subscriber = undefined;
  }

  /** Ends it without an answer. */
  fail(error: AmiError): void {
    this.#timer.unsubscribe();
    this.#fail(error);
  }

  #complete(last: Message): void {
    const subscriber = this.#subscriber;
    if (subscriber === undefined) return;
    subscriber.next(last);
    this.abandon();
    subscriber.complete();
  }

  #fail(error: AmiError): void {
    const subscriber = this.#subscriber;
    if (subscriber === undefined) return;
    this.#subscriber = undefined;
    traceEnd(this.trace, error);
    subscriber.error(error);
  }

  /** One timer serves the whole answer: it is set anew for what is left of the silence. */
  #wait(delayMs: number): Subscription {
    return this.scheduler.schedule(() => {
      const left = this.#lastHeard + this.#timeoutMs - this.scheduler.now();
      if (left <= 0 && this.#subscriber === undefined) {
        this.forget(this);
        return;
      }
      this.#timer = this.#wait(left > 0 ? left : this.#timeoutMs);
      if (left > 0) return;
      this.#lastHeard = this.scheduler.now();
      this.#fail(new ActionTimeoutError(this.action.name, this.id, this.#timeoutMs, 'unknown'));
    }, delayMs);
  }
}

/** What the action itself says it may take. */
export function patienceMs(action: Action): number {
  switch (action.name.toLowerCase()) {
    case 'originate':
      return Number(action.get('Timeout') ?? 30_000) || 0;
    case 'waitevent':
      return (Number(action.get('Timeout') ?? 0) || 0) * 1000;
    default:
      return 0;
  }
}

/** How long an action may keep the server from reading the next one. */
export function blockingMs(action: Action): number {
  const isQueued = action.name.toLowerCase() === 'originate' && isTrue(action.get('Async'));
  return isQueued ? 0 : patienceMs(action);
}

function toActionError({ id, action }: PendingAction, message: Message): ActionError {
  const reason = message.get('Reason');
  const text = message.get('Message') ?? (reason === undefined ? 'refused' : `reason ${reason}`);
  return new ActionError(`${action.name}: ${text}`, action.name, id, message);
}
