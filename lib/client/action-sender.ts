import type { SchedulerLike } from 'rxjs';
import { InvalidActionError } from '../errors/index.js';
import type { Action } from '../wire/index.js';
import { ActionIds } from './action-ids.js';
import type { Diagnostic } from './diagnostic.js';
import type { EventMask } from './event-mask.js';
import { findListAction } from '../catalogue/index.js';
import { blockingMs } from './patience.js';
import { PendingAction } from './pending-action.js';
import type { PendingHost } from './pending-action.js';
import { PendingActions } from './pending-actions.js';
import type { Receiver, Wanted } from './receiver.js';
import type { Verdict } from './reply.js';
import type { Settings } from './settings.js';
import { traceStart } from './trace.js';

/** Sends the actions of one session, and keeps those that are pending. */
export class ActionSender implements PendingHost {
  readonly timeoutMs: number;
  readonly maxListEntries: number;
  readonly events: EventMask | undefined;
  readonly scheduler: SchedulerLike;
  readonly pending: PendingActions;
  readonly #ids = new ActionIds();
  #blockedUntil = 0;

  constructor(
    private readonly settings: Settings,
    private readonly write: (text: string) => void,
    report: (diagnostic: Diagnostic) => void,
  ) {
    this.timeoutMs = settings.actionTimeoutMs;
    this.maxListEntries = settings.limits.maxListEntries;
    this.events = settings.events;
    this.scheduler = settings.scheduler;
    this.pending = new PendingActions(report);
  }

  /** Until when an action that was sent may keep the server from answering others. */
  get blockedUntil(): number {
    return this.#blockedUntil;
  }

  /**
   * Sends an action; its answer goes to the receiver.
   *
   * @throws {@link InvalidActionError} before a byte is sent.
   */
  send(action: Action, wanted: Wanted, receiver: Receiver): PendingAction {
    const { address, encoding } = this.settings;
    const id = action.actionId ?? this.#ids.next();
    const text = action.serialize(id, encoding);
    if (this.pending.has(id)) {
      throw new InvalidActionError(action.name, ['its ActionID is that of a pending action']);
    }
    if (findListAction(action.name)?.kind === 'unanswered') {
      throw new InvalidActionError(action.name, ['Asterisk answers it without a response']);
    }
    const trace = traceStart(address, action.name, id);
    const pending = new PendingAction(this, id, action, wanted, receiver, trace);
    this.pending.add(pending);
    this.#blockedUntil = Math.max(this.scheduler.now(), this.#blockedUntil) + blockingMs(action);
    this.write(text);
    return pending;
  }

  forget(pending: PendingAction, verdict?: Verdict): void {
    this.pending.remove(pending, verdict);
  }
}
