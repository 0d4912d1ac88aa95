import type { HangupCause } from '../channels/channel.js';
import { isLocalName } from '../channels/is-local-name.js';
import type { Call, CallResult, QueueVisit } from './call.js';
import type { Dial, DialStatus } from './dial.js';
import type { Dials } from './dials.js';
import { dialledSince } from './dialled-since.js';
import type { Talk } from './talk.js';

const byStatus: Readonly<Partial<Record<DialStatus, CallResult>>> = {
  busy: 'busy',
  'no-answer': 'no-answer',
  cancelled: 'cancelled',
  rejected: 'rejected',
  congestion: 'failed',
  unavailable: 'failed',
};

/** What tells how a call has ended. */
export interface Course {
  readonly direction: Call['direction'];
  readonly talk: Talk;
  readonly upAt: number | undefined;
  readonly queue: QueueVisit | undefined;
  readonly dials: Pick<Dials, 'list'>;
  readonly hangup: HangupCause | undefined;
  /** When somebody gave up in a parking lot. */
  readonly givenUpAt: number | undefined;
}

/** How a call has ended. */
export function resultOf(call: Course): CallResult {
  const { lastBeganAt } = call.talk;
  if (call.givenUpAt !== undefined && call.givenUpAt >= (lastBeganAt ?? 0)) return 'abandoned';
  const { list } = call.dials;
  if (lastBeganAt === undefined) return endOf(call, list, call.queue);
  // Who was transferred may have been lost after a first talk.
  const dials = dialledSince(list, call.talk);
  const hasQueued = (call.queue?.joinedAt ?? -Infinity) >= lastBeganAt;
  const queue = hasQueued && call.queue?.agent === undefined ? call.queue : undefined;
  return dials.length === 0 && queue === undefined ? 'answered' : endOf(call, dials, queue);
}

/** How it ended for who was called: of these, or waited here. */
function endOf(call: Course, all: readonly Dial[], queue: QueueVisit | undefined): CallResult {
  if (queue?.isAbandoned === true) return 'abandoned';
  const dials = all.filter(({ from }) => from !== undefined);
  const last = lastOf(dials) ?? lastOf(all);
  const isReached = call.upAt !== undefined && dials.length === 0 && queue === undefined;
  if (isReached) return 'answered';
  if (queue !== undefined && dials.length === 0) return 'abandoned';
  // What the exchange begins, it begins by dialling.
  const isImpossible = call.direction === 'outbound' && last === undefined;
  if (isImpossible && call.upAt === undefined) return 'failed';
  return byStatus[last?.status ?? 'ended'] ?? byCause(call.hangup?.code);
}

/** The dial that says the most: one to a phone rather than to a Local channel. */
function lastOf(dials: readonly Dial[]): Dial | undefined {
  return dials.filter(({ channel }) => !isLocalName(channel)).at(-1) ?? dials.at(-1);
}

/** Source: Asterisk's hangup causes, those of Q.850. */
function byCause(code: number | undefined): CallResult {
  switch (code) {
    case 17:
      return 'busy';
    case 18:
    case 19:
      return 'no-answer';
    case 21:
      return 'rejected';
    case undefined:
    case 0:
    case 16:
    case 127:
      return 'cancelled';
    default:
      return 'failed';
  }
}
