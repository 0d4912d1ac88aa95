import type { AmiEvent } from '../../wire/index.js';
import { isConnectedState } from './call.js';
import type { Call, EndedCall, HangupCause } from './call.js';
import type { Description } from './describe-call.js';

/** What has happened to one call so far. */
export class CallHistory {
  #now: Call | undefined;
  #best: Call | undefined;
  #talkMs = 0;
  #talksSince: number | undefined;
  #wasOffered = false;
  #wasUp = false;
  #hasTalked = false;
  #dialStatus: string | undefined;
  #cause: HangupCause | undefined;

  constructor(
    readonly id: string,
    readonly startedAt: number,
  ) {}

  /** The call as it is now. */
  get call(): Call | undefined {
    return this.#now;
  }

  /** Whether the call has been answered, as far as it has come. */
  get isAnswered(): boolean {
    return this.#hasTalked || (this.#wasUp && !this.#wasOffered);
  }

  /** How long people have been connected in it. */
  talkMs(at: number): number {
    return this.#talkMs + (this.#talksSince === undefined ? 0 : at - this.#talksSince);
  }

  /** Notes what an event says beyond the state of the channels. */
  note(event: AmiEvent): void {
    switch (event.name) {
      case 'DialEnd':
        this.#noteDialEnd(event);
        break;
      case 'Hangup':
        this.#noteCause(event);
    }
  }

  /** Takes in how the call is now; what was so from the start, before anybody looked, is older. */
  update(description: Description, at: number): Call {
    const since =
      this.#now === undefined
        ? this.startedAt
        : this.#now.state === description.state
          ? this.#now.since
          : at;
    const call: Call = { id: this.id, startedAt: this.startedAt, since, ...description };
    this.#now = call;
    const isConnected = isConnectedState(call.state);
    if (isConnected) {
      this.#hasTalked = true;
      this.#talksSince ??= at;
    } else {
      this.#talkMs = this.talkMs(at);
      this.#talksSince = undefined;
    }
    if (call.state === 'up') this.#wasUp = true;
    if (isOffered(call)) this.#wasOffered = true;
    // At the end people leave one by one: what counts is who was there before.
    if (this.#best === undefined || rank(call) >= rank(this.#best)) this.#best = call;
    return call;
  }

  /** The call is over. */
  end(at: number, mergedInto?: string): EndedCall | undefined {
    if (this.#best === undefined) return undefined;
    const { who, with: peers, queue, room } = this.#best;
    return {
      id: this.id,
      who,
      with: peers,
      startedAt: this.startedAt,
      endedAt: at,
      talkMs: this.talkMs(at),
      answered: this.isAnswered,
      ...(queue === undefined ? {} : { queue }),
      ...(room === undefined ? {} : { room }),
      ...(this.#cause === undefined ? {} : { cause: this.#cause }),
      ...(this.#dialStatus === undefined ? {} : { dialStatus: this.#dialStatus }),
      ...(mergedInto === undefined ? {} : { mergedInto }),
    };
  }

  #noteDialEnd(event: AmiEvent): void {
    const status = event.get('DialStatus');
    // That the first party of a call took it says nothing about those whom it wants to reach.
    if (status === 'ANSWER' && !event.has('Uniqueid')) return;
    // Asterisk ends some dials twice.
    if (status === 'CANCEL' && this.#dialStatus === 'NOANSWER') return;
    this.#dialStatus = status;
  }

  /** The last cause that says something; 0 is "Unknown", and 26 is about others who were called. */
  #noteCause(event: AmiEvent): void {
    const code = Number(event.get('Cause') ?? 0) || 0;
    if (this.#cause !== undefined && (code === 0 || code === ANSWERED_ELSEWHERE)) return;
    this.#cause = { code, text: event.get('Cause-txt') ?? '' };
  }
}

const ANSWERED_ELSEWHERE = 26;

/** Whether somebody is to be reached, besides the first party of the call. */
function isOffered({ state, with: others }: Call): boolean {
  if (state === 'queued') return true;
  return others.length > 0 && (state === 'dialling' || state === 'ringing');
}

/** How much a call tells at a moment of its life. */
function rank(call: Call): number {
  if (isConnectedState(call.state)) return call.with.length > 0 || call.room !== undefined ? 3 : 2;
  return call.with.length > 0 ? 1 : 0;
}
