import { map, merge, timer } from 'rxjs';
import type { Channel } from './channel.js';
import { hangupCause } from './hangup-cause.js';
import { OutgoingCall } from './outgoing-call.js';
import type { DialStatus } from './outgoing-call.js';
import type { Party } from './party.js';
import type { Pbx } from './pbx.js';
import type { Place } from './place.js';
import { first } from './process.js';
import type { Process } from './process.js';
import { requestChannel } from './request-channel.js';

/** What is originated: a call to a channel, and what it does when it is answered. */
export interface Origination {
  readonly destination: string;
  readonly timeoutMs: number;
  /** What the channel does once it is answered. */
  readonly then: Place | ((channel: Channel) => Process);
  readonly caller?: Party;
  readonly accountCode?: string;
  readonly variables?: readonly (readonly [string, string])[];
  readonly uniqueid?: string;
  readonly otherUniqueid?: string;
}

/** How it went, as OriginateResponse says it. */
export interface Originated {
  readonly isAnswered: boolean;
  readonly reason: number;
  /** The name of the channel that was answered. */
  readonly name?: string;
  /** Known if it was answered, or given by who asked. */
  readonly uniqueid?: string;
}

/** Reasons as ast_channel_reason2str knows them (channel.h). */
const reasons = { ANSWER: 4, BUSY: 5, CHANUNAVAIL: 0, CONGESTION: 8, NOANSWER: 0, TIMEOUT: 3 };

type Outcome = Exclude<DialStatus, 'CANCEL'> | 'TIMEOUT';

/** Calls a channel and waits for its answer (dial.c, pbx_outgoing_attempt in pbx.c). */
export function* originate(pbx: Pbx, origination: Origination): Process<Originated> {
  const { destination, timeoutMs, then, uniqueid, otherUniqueid } = origination;
  if (uniqueid !== undefined && pbx.channels.has(uniqueid)) return { isAnswered: false, reason: 0 };
  const channel = requestChannel(pbx, destination, {
    ...(uniqueid === undefined ? {} : { uniqueid }),
    ...(otherUniqueid === undefined ? {} : { otherUniqueid }),
  });
  if (typeof channel === 'number') return { isAnswered: false, reason: 0 };
  prepare(channel, origination);
  const call = new OutgoingCall(pbx, channel, destination.slice(destination.indexOf('/') + 1));
  const status = call.begin() ? yield* wait(call, pbx.now() + timeoutMs) : 'CHANUNAVAIL';
  // Nobody is told that a dial has ended by time-out, nor of one that did not begin.
  if (status === 'TIMEOUT') {
    // 16 knows no cause.
    if (pbx.version !== '16') channel.hangupCause = hangupCause.noAnswer;
  } else if (status !== 'CHANUNAVAIL') call.end(status);
  if (status !== 'ANSWER') channel.hangUp();
  else if (typeof then === 'function') channel.run(() => then(channel));
  else pbx.enterDialplan(channel, then);
  const isAnswered = status === 'ANSWER';
  const id = isAnswered ? channel.uniqueid : uniqueid;
  return {
    isAnswered,
    reason: reasons[status],
    ...(isAnswered ? { name: channel.name } : {}),
    ...(id === undefined ? {} : { uniqueid: id }),
  };
}

function prepare(channel: Channel, { caller, accountCode, variables = [] }: Origination): void {
  channel.enter('AppDial2', '(Outgoing Line)');
  // Asterisk keeps variables in a list that it fills from the front.
  for (const [name, value] of [...variables].reverse()) channel.setVariable(name, value);
  if (accountCode !== undefined) {
    channel.accountCode = accountCode;
    channel.publish();
  }
  if (caller === undefined) return;
  channel.caller = caller;
  channel.publish();
  channel.connected = caller;
  channel.publish();
}

function* wait(call: OutgoingCall, until: number): Process<Outcome> {
  const { pbx, channel } = call;
  for (;;) {
    const timeout$ = timer(Math.max(0, until - pbx.now()), pbx.scheduler);
    const heard = yield* first(
      merge(channel.control$, timeout$.pipe(map(() => 'timeout' as const))),
    );
    switch (heard) {
      case 'answer':
        return 'ANSWER';
      case 'busy':
        return 'BUSY';
      case 'congestion':
        return 'CONGESTION';
      case 'hangup':
        return 'NOANSWER';
      case 'timeout':
        return 'TIMEOUT';
      case 'ringing':
        call.progress('RINGING');
        break;
      case 'progress':
        call.progress('PROGRESS');
        break;
      case 'proceeding':
        call.progress('PROCEEDING');
        break;
      default:
        // Of other news nobody is told.
        break;
    }
  }
}
