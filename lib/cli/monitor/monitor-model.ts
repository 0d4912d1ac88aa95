import type { Status } from '../../client/index.js';
import type { AmiEvent } from '../../wire/index.js';
import { Announcer } from './announcer.js';
import { isEnded } from './call.js';
import type { Call, EndedCall } from './call.js';
import { CallBoard } from './call-board.js';
import type { CallChange } from './change.js';
import { Tally } from './tally.js';
import type { Summary } from './tally.js';

/** What a monitor is fed with. */
export type MonitorInput =
  | { readonly type: 'event'; readonly event: AmiEvent }
  | { readonly type: 'status'; readonly status: Status }
  /** The list of channels is asked for … */
  | { readonly type: 'list-asked' }
  /** … and has come. */
  | { readonly type: 'list'; readonly entries: readonly AmiEvent[] }
  | { readonly type: 'notice'; readonly text: string }
  /** Time has passed. */
  | { readonly type: 'tick' };

/** What a monitor tells, one line each. */
export type Report =
  | CallChange
  | { readonly type: 'status'; readonly at: number; readonly status: Status }
  | { readonly type: 'notice'; readonly at: number; readonly text: string };

/** How many of the latest ended calls are kept for display. */
const MAX_ENDED = 50;

/** All that a monitor knows. Pure: inputs and moments in, reports out. */
export class MonitorModel {
  readonly #board = new CallBoard();
  readonly #announcer = new Announcer();
  readonly #tally: Tally;
  #status: Status = { state: 'connecting', attempt: 1 };
  #statusAt: number;
  #ended: readonly EndedCall[] = [];
  #mark = 0;
  #wasOnline = false;
  #notice: string | undefined;

  constructor(startedAt: number) {
    this.#tally = new Tally(startedAt);
    this.#statusAt = startedAt;
  }

  /** The calls that are up, oldest first. */
  get calls(): Call[] {
    return this.#board.calls.sort((a, b) => a.startedAt - b.startedAt);
  }

  /** The latest calls that are over, newest first. */
  get ended(): readonly EndedCall[] {
    return this.#ended;
  }

  /** Where the connection stands. */
  get status(): Status {
    return this.#status;
  }

  /** Since when it stands there. */
  get statusAt(): number {
    return this.#statusAt;
  }

  /** Whether there has ever been a session. */
  get wasOnline(): boolean {
    return this.#wasOnline;
  }

  /** Something that the user should know. */
  get notice(): string | undefined {
    return this.#notice;
  }

  /** Takes an input and returns what is to be told. */
  take(input: MonitorInput, at: number): Report[] {
    switch (input.type) {
      case 'event':
        this.#tally.countEvent();
        return this.#follow(this.#board.take(input.event, at), at);
      case 'list-asked':
        this.#mark = this.#board.mark;
        return [];
      case 'list':
        return this.#follow(this.#board.seed(input.entries, this.#mark, at), at);
      case 'status':
        this.#status = input.status;
        this.#statusAt = at;
        this.#wasOnline ||= input.status.state === 'online';
        return isNews(input.status) ? [{ type: 'status', at, status: input.status }] : [];
      case 'notice':
        this.#notice = input.text;
        return [{ type: 'notice', at, text: input.text }];
      case 'tick':
        return this.#announcer.settle(at);
    }
  }

  /** Everything so far in numbers. */
  sum(at: number): Summary {
    return this.#tally.sum(this.#board, at);
  }

  #follow(steps: readonly (Call | EndedCall)[], at: number): CallChange[] {
    if (steps.length === 0) return [];
    for (const step of steps) {
      if (!isEnded(step)) continue;
      this.#tally.countCall(step);
      if (step.mergedInto === undefined) this.#ended = [step, ...this.#ended].slice(0, MAX_ENDED);
    }
    return this.#announcer.take(steps, at);
  }
}

/** What leads to the first session, and its end by the user, goes without saying. */
function isNews(status: Status): boolean {
  return status.state === 'online' || status.state === 'waiting';
}
