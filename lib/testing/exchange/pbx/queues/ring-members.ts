import { map, merge, NEVER, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import { hangupCause } from '../hangup-cause.js';
import { first } from '../process.js';
import type { Process } from '../process.js';
import type { Control } from '../technology.js';
import { MemberCall } from './member-call.js';
import { advance, metricOf } from './member-metric.js';
import type { QueueCaller } from './queue-caller.js';
import { secondsNow } from './seconds.js';
import type { WaitingMusic } from './waiting-music.js';

/** Nobody is called who would have less time than this to answer, in ms. */
const leastTime = 500;

/** One attempt to reach the members of a queue for a caller (`try_calling` of app_queue.c). */
export class RingMembers {
  /** Asterisk builds its list from the front: the last member comes first. */
  readonly #calls: MemberCall[];
  #answered: MemberCall | undefined;
  #beganAt: number;
  #isOver = false;

  constructor(
    private readonly caller: QueueCaller,
    private readonly music: WaitingMusic,
  ) {
    this.#beganAt = this.#seconds;
    this.#calls = caller.queue.members
      .flatMap((member, index) => {
        const metric = metricOf(member, caller, index);
        return metric === undefined ? [] : [new MemberCall(caller, member, metric)];
      })
      .reverse();
  }

  /** Calls members, and waits so many ms for one to answer; `undefined` if nobody does. */
  *run(ms: number): Process<MemberCall | undefined> {
    const { caller } = this;
    caller.isPending = true;
    try {
      this.#answered = yield* this.#wait(ms);
      this.#isOver = true;
      return this.#answered;
    } finally {
      this.#end();
    }
  }

  *#wait(ms: number): Process<MemberCall | undefined> {
    const { pbx, options } = this.caller.queue;
    const isRingAll = options.strategy === 'ringall';
    let until = pbx.now() + ms;
    this.#callBest();
    for (;;) {
      // Who has a higher penalty is called when all the others are out.
      if (this.#ringing.length === 0 && isRingAll) this.#callBest();
      if (this.#ringing.length === 0) return undefined;
      const heard = yield* first(this.#heard(until - pbx.now()));
      if (heard === 'timeout') {
        for (const call of this.#ringing) this.#noAnswer(call, ms, true);
        for (const call of this.#ringing) call.tellEnd('NOANSWER');
        return undefined;
      }
      const { call, control } = heard;
      if (control === 'answer' || control === 'pickup') {
        call.tellEnd('ANSWER');
        for (const other of this.#ringing) if (other !== call) other.tellEnd('CANCEL');
        call.introduce();
        return call;
      }
      if (!this.#note(call, control) || isRingAll) continue;
      if (options.timeoutrestart) until = pbx.now() + ms;
      if (until - pbx.now() > leastTime) this.#callBest();
    }
  }

  get #ringing(): MemberCall[] {
    return this.#calls.filter(({ channel }) => channel !== undefined);
  }

  get #seconds(): number {
    return secondsNow(this.caller.queue.pbx);
  }

  #heard(ms: number): Observable<'timeout' | { call: MemberCall; control: Control }> {
    const { pbx } = this.caller.queue;
    const controls = this.#ringing.map(
      (call) => call.channel?.control$.pipe(map((control) => ({ call, control }))) ?? NEVER,
    );
    const timeout$ = ms === Infinity ? NEVER : timer(Math.max(0, ms), pbx.scheduler);
    return merge(...controls, timeout$.pipe(map(() => 'timeout' as const)));
  }

  /** Takes down what a member's channel says; whether it is out. */
  #note(call: MemberCall, control: Control): boolean {
    const { options } = this.caller.queue;
    switch (control) {
      case 'ringing':
        call.rings();
        this.music.rings();
        return false;
      case 'connected':
        call.isNumberKnown = true;
        if (options.strategy !== 'ringall') call.introduce();
        return false;
      case 'busy':
        call.tellEnd('BUSY');
        this.#drop(call, options.autopausebusy);
        return true;
      case 'congestion':
        call.tellEnd('CONGESTION');
        this.#drop(call, options.autopauseunavail);
        return true;
      case 'hangup':
        call.tellEnd('NOANSWER');
        this.#drop(call, true);
        return true;
      default:
        return false;
    }
  }

  #drop(call: MemberCall, mayPause: boolean): void {
    this.#noAnswer(call, (this.#seconds - this.#beganAt) * 1000, mayPause);
    call.hangUp();
  }

  #noAnswer(call: MemberCall, ms: number, mayPause: boolean): void {
    this.music.ringsNoMore();
    call.noAnswer(ms, mayPause);
  }

  /** Calls who is next, or with `ringall` all who are equal (`ring_one`). */
  #callBest(): void {
    this.#beganAt = this.#seconds;
    const isRingAll = this.caller.queue.options.strategy === 'ringall';
    for (let isCalled = false; !isCalled && !this.caller.hasExpired();) {
      const best = this.#best;
      if (best === undefined) return;
      const calls = isRingAll
        ? this.#calls.filter(({ isOpen, metric }) => isOpen && metric <= best.metric)
        : [best];
      for (const call of calls) if (call.place()) isCalled = true;
    }
  }

  /** The first of those who have not been tried, and have the least metric. */
  get #best(): MemberCall | undefined {
    const open = this.#calls.filter(({ isOpen }) => isOpen);
    const least = Math.min(...open.map(({ metric }) => metric));
    return open.find(({ metric }) => metric === least);
  }

  /** Lets all go but who has answered; the caller's own end comes before. */
  #end(): void {
    const { queue, round } = this.caller;
    if (!this.#isOver) {
      this.music.stop();
      for (const call of this.#ringing) call.tellEnd('CANCEL');
    }
    const { strategy } = queue.options;
    if (strategy.startsWith('rr')) advance(queue.round, this.#best?.metric);
    if (strategy === 'linear') advance(round, this.#best?.metric);
    if (this.#answered === undefined) this.caller.isPending = false;
    const cause = this.#answered === undefined ? undefined : hangupCause.answeredElsewhere;
    for (const call of this.#ringing) {
      if (call === this.#answered) continue;
      call.tellEnd('CANCEL');
      call.hangUp(cause);
    }
  }
}
