import type { Action, AmiEvent, Response } from '../wire/index.js';
import { admits } from './event-mask.js';
import type { EventMask } from './event-mask.js';
import { findListAction } from '../catalogue/index.js';
import type { ListAction } from '../catalogue/index.js';

/**
 * What a message means for the action that it answers: more will come; it was the last; the server
 * refused the action; it gave the list up.
 */
export type Verdict = 'more' | 'done' | 'refused' | 'cancelled';

/**
 * Follows the answer to one action and knows when it has ended. Pure: messages in, verdicts out.
 *
 * Whether a list follows is decided by the response. A list ends by its complete event, by a second
 * response that is an error, or by `EventList: Cancelled`; never by a count, which some servers
 * get wrong.
 */
export class Reply {
  readonly #action: Action;
  readonly #known: ListAction | undefined;
  readonly #hearsEvent: boolean;
  #responses = 0;
  #awaited: 'response' | 'list' | 'event' = 'response';
  #endedEarly = false;

  /** @param events - The mask of the session: an event that it rules out is not waited for. */
  constructor(action: Action, events?: EventMask) {
    this.#action = action;
    this.#known = findListAction(action.name);
    this.#hearsEvent =
      this.#known?.broadcast === undefined || admits(events, this.#known.broadcast);
  }

  /** Whether the server has yet to respond. */
  get awaitsResponse(): boolean {
    return this.#responses === 0;
  }

  /** Whether entries of this answer come without an ActionID. */
  get isAnonymous(): boolean {
    return this.#known?.anonymous === true;
  }

  /** Whether an event ends a list, and so is none of its entries. */
  isListEnd(event: AmiEvent): boolean {
    return event.has('EventList') || event.name === this.#known?.complete;
  }

  /**
   * Whether an event is part of this answer only: an entry of the open list, or an event that the
   * server sends to nobody else. A UserEvent or OriginateResponse is everybody's.
   */
  owns(event: AmiEvent): boolean {
    const known = this.#known;
    if (known === undefined) return this.#isList && event.actionId !== undefined;
    const isNamed = known.complete === event.name || known.entries.includes(event.name);
    if (event.actionId === undefined) return this.#isList && isNamed && known.anonymous === true;
    return this.#isList || (isNamed && known.broadcast === undefined);
  }

  /** Takes a response that bears the action's ActionID. */
  takeResponse(response: Response): Verdict {
    this.#responses++;
    if (response.isError) {
      return this.#known?.none?.test(response.message ?? '') === true ? 'done' : 'refused';
    }
    if (this.#isList) return 'more';
    if (this.#responses < (this.#known?.responses ?? 1)) return 'more';
    if (this.#endedEarly) return 'done';
    this.#awaited = this.#whatFollows(response);
    return this.#awaited === 'response' ? 'done' : 'more';
  }

  /** Takes an event that bears the action's ActionID, or an anonymous entry. */
  takeEvent(event: AmiEvent): Verdict {
    const state = event.get('EventList')?.toLowerCase();
    if (state === 'cancelled') return 'cancelled';
    const isLast = state === 'complete' || this.#isLast(event);
    if (!isLast) return 'more';
    if (this.#isFailure(event)) return 'refused';
    // An event may overtake the response; the action has its answer when both have come.
    if (this.#responses === 0 && this.#known?.kind !== 'bare-event') {
      this.#endedEarly = true;
      return 'more';
    }
    return 'done';
  }

  get #isList(): boolean {
    return this.#awaited === 'list';
  }

  #whatFollows(response: Response): 'response' | 'list' | 'event' {
    if (response.get('EventList')?.toLowerCase() === 'start') return 'list';
    switch (this.#known?.kind) {
      case 'list':
        return /will follow\s*$/i.test(response.message ?? '') ? 'list' : 'response';
      case 'event':
        return this.#hearsEvent && this.#isAsynchronous() ? 'event' : 'response';
      default:
        return 'response';
    }
  }

  /** A synchronous Originate has its result in the response; an AGI command needs its own id. */
  #isAsynchronous(): boolean {
    const name = this.#action.name.toLowerCase();
    if (name === 'agi') return this.#action.get('CommandID') !== undefined;
    return name !== 'originate' || isTrue(this.#action.get('Async'));
  }

  #isLast(event: AmiEvent): boolean {
    if (this.#known === undefined) return false;
    if (event.name === this.#known.complete) return true;
    const single = this.#known.kind === 'event' || this.#known.kind === 'bare-event';
    return single && this.#known.entries.includes(event.name);
  }

  #isFailure(event: AmiEvent): boolean {
    return event.name === 'OriginateResponse' && event.get('Response') !== 'Success';
  }
}

/** What Asterisk takes for a yes (`ast_true` in `main/utils.c`). */
export function isTrue(value: string | undefined): boolean {
  return /^(?:yes|true|y|t|1|on)$/i.test(value ?? '');
}
