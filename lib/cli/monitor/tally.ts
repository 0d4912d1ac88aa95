import type { Call, Change } from '../../live/index.js';
import type { CallBoard } from './call-board.js';
import type { EndedCall } from './call.js';
import type { Party } from './party.js';
import { QueueTally } from './queue-tally.js';
import type { QueueSummary } from './queue-tally.js';

/** What a monitor has seen, in numbers. */
export interface Summary {
  /** How long it watched. */
  readonly durationMs: number;
  readonly events: number;
  /** Calls, whether they are over or not. */
  readonly calls: number;
  readonly answered: number;
  /** Calls that ended without an answer. */
  readonly missed: number;
  /** Calls that are up. */
  readonly up: number;
  readonly longest: Longest | undefined;
  /** Of the calls that were answered. */
  readonly averageTalkMs: number;
  /** The queues that somebody called, by name. */
  readonly queues: readonly QueueSummary[];
}

/** The longest call. */
export interface Longest {
  readonly durationMs: number;
  readonly who: Party;
  readonly with: readonly Party[];
}

/** Counts calls and events; what is over is kept as numbers only. */
export class Tally {
  readonly #startedAt: number;
  readonly #queues = new QueueTally();
  #events = 0;
  #answered = 0;
  #missed = 0;
  #talkMs = 0;
  #longest: Longest | undefined;

  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  /** Counts an event. */
  countEvent(): void {
    this.#events++;
  }

  /** Takes a change of a call, for what queues have of it. */
  follow({ value, previous }: Change<Call>, at: number): void {
    if (value !== undefined) this.#queues.follow(value, previous, at);
  }

  /** Counts a call that is over; one that went on in another is counted there. */
  countCall(call: EndedCall): void {
    if (call.result === 'answered') {
      this.#answered++;
      this.#talkMs += call.talkMs;
    } else this.#missed++;
    this.#longest = longer(this.#longest, call, call.endedAt);
  }

  /** Everything so far, with the calls that are up. */
  sum(board: CallBoard, at: number): Summary {
    const { calls, lives } = board;
    const answered = lives.filter(({ answeredAt }) => answeredAt !== undefined);
    const talkMs = answered.reduce((sum, one) => sum + talkMsOf(one, at), this.#talkMs);
    const answeredCalls = this.#answered + answered.length;
    return {
      durationMs: at - this.#startedAt,
      events: this.#events,
      calls: this.#answered + this.#missed + calls.length,
      answered: answeredCalls,
      missed: this.#missed,
      up: calls.length,
      longest: calls.reduce<Longest | undefined>(
        (longest, call) => longer(longest, call, at),
        this.#longest,
      ),
      averageTalkMs: answeredCalls === 0 ? 0 : Math.round(talkMs / answeredCalls),
      queues: this.#queues.sum(lives, at),
    };
  }
}

function talkMsOf({ talkMs, talkingSince }: Call, at: number): number {
  return talkMs + (talkingSince === undefined ? 0 : at - talkingSince);
}

function longer(
  longest: Longest | undefined,
  call: Pick<EndedCall, 'startedAt' | 'who' | 'with'>,
  endedAt: number,
): Longest {
  const durationMs = endedAt - call.startedAt;
  if (longest !== undefined && longest.durationMs >= durationMs) return longest;
  return { durationMs, who: call.who, with: call.with };
}
