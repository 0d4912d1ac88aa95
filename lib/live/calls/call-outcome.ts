import type { HangupCause } from '../channels/channel.js';
import { isLocalName } from '../channels/is-local-name.js';
import type { Call, CallResult, QueueVisit } from './call.js';
import type { Dial, DialStatus } from './dial.js';

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
  readonly talkedAt: number | undefined;
  readonly upAt: number | undefined;
  readonly queue: QueueVisit | undefined;
  readonly dials: readonly Dial[];
  readonly hangup: HangupCause | undefined;
}

/** How a call has ended. */
export function resultOf(call: Course): CallResult {
  if (call.talkedAt !== undefined) return 'answered';
  if (call.queue?.isAbandoned === true) return 'abandoned';
  const dials = call.dials.filter(({ from }) => from !== undefined);
  const last = lastOf(dials) ?? lastOf(call.dials);
  const isReached = call.upAt !== undefined && dials.length === 0 && call.queue === undefined;
  if (isReached) return 'answered';
  if (call.queue !== undefined && dials.length === 0) return 'abandoned';
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
