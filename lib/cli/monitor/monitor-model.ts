import type { Status } from '../../client/index.js';
import type { Call, Change, Queue } from '../../live/index.js';
import { Announcer } from './announcer.js';
import { CallBoard } from './call-board.js';
import type { EndedCall, ShownCall } from './call.js';
import type { CallChange, QueueChange } from './change.js';
import { QueueBoard } from './queue-board.js';
import type { ShownQueue } from './queue.js';
import type { Place } from './surroundings.js';
import { Tally } from './tally.js';
import type { Summary } from './tally.js';

/** What a monitor is fed with. */
export type MonitorInput =
  /** An event has come, whatever it is. */
  | { readonly type: 'event' }
  | { readonly type: 'call'; readonly change: Change<Call> }
  | { readonly type: 'queue'; readonly change: Change<Queue> }
  /** What the dialplan does with a channel; `undefined` when it is gone. */
  | { readonly type: 'place'; readonly channelId: string; readonly place: Place | undefined }
  | { readonly type: 'status'; readonly status: Status }
  | { readonly type: 'notice'; readonly text: string }
  /** Time has passed. */
  | { readonly type: 'tick' };

/** What a monitor tells, one line each. */
export type Report =
  | CallChange
  | QueueChange
  | { readonly type: 'status'; readonly at: number; readonly status: Status }
  | { readonly type: 'notice'; readonly at: number; readonly text: string };

/** How many of the latest ended calls are kept for display. */
const MAX_ENDED = 50;

/** All that a monitor knows. Pure: inputs and moments in, reports out. */
export class MonitorModel {
  readonly #board = new CallBoard();
  readonly #queues = new QueueBoard();
  readonly #announcer = new Announcer();
  readonly #tally: Tally;
  readonly #noticed = new Set<string>();
  #status: Status = { state: 'connecting', attempt: 1 };
  #statusAt: number;
  #ended: readonly EndedCall[] = [];
  #wasOnline = false;
  #notices: readonly string[] = [];

  constructor(startedAt: number) {
    this.#tally = new Tally(startedAt);
    this.#statusAt = startedAt;
  }

  /** The calls that are up, oldest first. */
  get calls(): ShownCall[] {
    return this.#board.calls.sort((a, b) => a.startedAt - b.startedAt);
  }

  /** The queues, by name. */
  get queues(): ShownQueue[] {
    return this.#queues.queues;
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

  /** What the user should know about this session. */
  get notices(): readonly string[] {
    return this.#notices;
  }

  /** Takes an input and returns what is to be told. */
  take(input: MonitorInput, at: number): Report[] {
    switch (input.type) {
      case 'event':
        this.#tally.countEvent();
        return [];
      case 'call':
        return this.#follow(input.change, at);
      case 'queue':
        return this.#queues.take(input.change, at);
      case 'place':
        this.#board.place(input.channelId, input.place);
        return [];
      case 'status':
        return this.#turn(input.status, at);
      case 'notice':
        return this.#note(input.text, at);
      case 'tick':
        return [...this.#announcer.settle(at), ...this.#queues.settle(at)];
    }
  }

  /** Everything so far in numbers. */
  sum(at: number): Summary {
    return this.#tally.sum(this.#board, at);
  }

  #follow(change: Change<Call>, at: number): CallChange[] {
    const steps = this.#board.take(change, at);
    this.#tally.follow(change, at);
    for (const step of steps) {
      if (step.type !== 'ended') continue;
      this.#tally.countCall(step.call);
      this.#ended = [step.call, ...this.#ended].slice(0, MAX_ENDED);
    }
    return this.#announcer.take(steps, at);
  }

  #turn(status: Status, at: number): Report[] {
    this.#status = status;
    this.#statusAt = at;
    if (status.state === 'online') {
      this.#wasOnline = true;
      // What was refused is asked for again.
      this.#notices = [];
    }
    return isNews(status) ? [{ type: 'status', at, status }] : [];
  }

  /** What was told in an earlier session goes without saying. */
  #note(text: string, at: number): Report[] {
    if (!this.#notices.includes(text)) this.#notices = [...this.#notices, text];
    if (this.#noticed.has(text)) return [];
    this.#noticed.add(text);
    return [{ type: 'notice', at, text }];
  }
}

/** What leads to the first session, and its end by the user, goes without saying. */
function isNews(status: Status): boolean {
  return status.state === 'online' || status.state === 'waiting';
}
