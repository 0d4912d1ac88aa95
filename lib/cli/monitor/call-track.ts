import type { Call } from '../../live/index.js';
import { isConnectedState } from './call.js';
import type { EndedCall, ShownCall } from './call.js';
import type { Description } from './describe-call.js';

/** One call, as it is shown from its beginning to its end. */
export class CallTrack {
  #now: ShownCall | undefined;
  #best: ShownCall | undefined;

  constructor(
    /** The call as it was heard of last. */
    public call: Call,
  ) {}

  /** The call as it is shown now. */
  get shown(): ShownCall | undefined {
    return this.#now;
  }

  /** Takes in how the call is now; what was so from the start, before anybody looked, is older. */
  update(description: Description, at: number): ShownCall {
    const { id, startedAt } = this.call;
    const isSameState = this.#now?.state === description.state;
    const since = this.#now === undefined ? startedAt : isSameState ? this.#now.since : at;
    const shown: ShownCall = { id, startedAt, since, ...description };
    this.#now = shown;
    // At the end people leave one by one: what counts is who was there before.
    if (this.#best === undefined || rank(shown) >= rank(this.#best)) this.#best = shown;
    return shown;
  }

  /** The call is over; `undefined` of one that was nobody's. */
  end(at: number): EndedCall | undefined {
    const { id, startedAt, endedAt, talkMs, queue, conference, result, hangup } = this.call;
    if (this.#best === undefined) return undefined;
    const { who, with: others, room } = this.#best;
    return {
      id,
      who,
      with: others,
      startedAt,
      endedAt: endedAt ?? at,
      talkMs,
      result: result ?? 'failed',
      failure: failureOf(this.call),
      queue: queue?.queue,
      agent: queue?.agent?.name ?? queue?.agent?.interface,
      room: conference ?? room,
      cause: hangup,
    };
  }
}

/** How much a call tells at a moment of its life. */
function rank(call: ShownCall): number {
  if (isConnectedState(call.state)) return call.with.length > 0 || call.room !== undefined ? 3 : 2;
  return call.with.length > 0 ? 1 : 0;
}

function failureOf({ result, dials }: Call): EndedCall['failure'] {
  const status = dials.findLast(({ from }) => from !== undefined)?.status;
  const isKnown = status === 'unavailable' || status === 'congestion';
  return result === 'failed' && isKnown ? status : undefined;
}
