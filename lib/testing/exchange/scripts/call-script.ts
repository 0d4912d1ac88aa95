import { finalize, merge, ReplaySubject, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Channel } from '../pbx/channel.js';
import { hangupCause } from '../pbx/hangup-cause.js';
import { pause } from '../pbx/pause.js';
import type { Pbx } from '../pbx/pbx.js';
import { pickUp } from '../pbx/transfers/pick-up.js';
import { transferAttended } from '../pbx/transfers/transfer-attended.js';
import { transferBlind } from '../pbx/transfers/transfer-blind.js';
import { first, runProcess } from '../pbx/process.js';
import type { Process } from '../pbx/process.js';
import { CourseOfCall, otherThan } from './course-of-call.js';
import type { Side } from './course-of-call.js';
import { hold, unhold } from './hold.js';
import { beginCall, checkCall, findExtension, findPhone, phoneOf } from './scripted-call.js';
import type { ScriptedCall } from './scripted-call.js';

interface Step {
  readonly name: string;
  /** Returns whether it could be taken. */
  readonly take: () => Process<boolean>;
}

/** What is dialled to pick up a call. */
const pickupExtension = '*8';

/**
 * A call that goes by a script. Each step is taken when those before it are done and it can be:
 * `answer` when a phone rings, `transfer` when two talk. A step that can't be taken any more, since
 * the call is over, is left out, and so is one that could not be taken for two minutes: `skipped`
 * names it.
 *
 * What can't be right throws an `Error` at once: a phone that is not there, an extension that the
 * dialplan has nowhere.
 *
 * @example
 * ```ts
 * import { Exchange, VirtualClock } from 'rxjs-ami/testing';
 *
 * const clock = new VirtualClock();
 * const exchange = new Exchange({ scheduler: clock });
 * const call = exchange.call({ from: '2025550123', to: '1001' }).answer().wait(3000);
 * call.transfer('bob').answer().wait(3000).hangUp();
 * call.ended$.subscribe({ complete: () => console.log(clock.now(), call.skipped) }); // 6000 []
 * clock.advance(10_000);
 * ```
 */
export class CallScript {
  readonly #steps: Step[] = [];
  readonly #added$ = new Subject<void>();
  readonly #ended$ = new ReplaySubject<never>(0);
  readonly #skipped: string[] = [];
  readonly #course: CourseOfCall;

  /** @internal */
  constructor(
    private readonly pbx: Pbx,
    private readonly call: ScriptedCall,
  ) {
    checkCall(pbx, call);
    this.#course = new CourseOfCall(pbx);
    pbx.own(
      // A call ends with its exchange as well.
      runProcess(() => this.#run())
        .pipe(
          finalize(() => {
            this.#ended$.complete();
          }),
        )
        .subscribe(),
    );
  }

  /** Emits nothing; completes when the call is over, at once if it is, or the exchange is closed. */
  get ended$(): Observable<never> {
    return this.#ended$.asObservable();
  }

  /** The steps that have been left out so far, by their names. */
  get skipped(): readonly string[] {
    return [...this.#skipped];
  }

  /** A phone that rings is answered. */
  answer(): this {
    return this.#whenRinging('answer', (ringing) => {
      this.#course.callee = ringing;
      ringing.receive('answer');
    });
  }

  /** A phone that rings is busy. */
  reject(): this {
    return this.#whenRinging('reject', (ringing) => {
      ringing.hangupCause = hangupCause.userBusy;
      ringing.receive('busy');
    });
  }

  /** The phone of a name takes a call that rings at another one. */
  pickUp(by: string): this {
    const phone = findPhone(this.pbx, by);
    return this.#whenRinging('pickUp', (ringing) => {
      const channel = this.pbx.phones.dial(phone, pickupExtension);
      this.#course.callee = channel;
      pickUp(channel, ringing);
    });
  }

  /** Some time passes, in milliseconds. */
  wait(ms: number): this {
    if (!(ms >= 0)) throw new RangeError(`A call waits for some milliseconds, not ${String(ms)}`);
    return this.#then('wait', function* () {
      yield* pause(this.pbx, ms);
      return true;
    });
  }

  /** One side hangs up. */
  hangUp(side: Side = 'caller'): this {
    const look = this.#course.lookFor(side, 'there');
    return this.#then('hangUp', function* () {
      const channel = yield* this.#course.until(look);
      if (channel !== undefined) yield* this.#course.hangUp(channel);
      return channel !== undefined;
    });
  }

  /** One side puts the other on hold. */
  hold(side: Side = 'callee'): this {
    return this.#with('hold', side, hold);
  }

  /** One side goes on talking. */
  unhold(side: Side = 'callee'): this {
    return this.#with('unhold', side, unhold);
  }

  /** One side transfers the other, unannounced, to an extension or the phone of a name. */
  transfer(to: string, side: Side = 'callee'): this {
    const exten = findExtension(this.pbx, to);
    return this.#with('transfer', side, (channel) => {
      const { context } = channel.place;
      this.#course.leave(channel);
      transferBlind(channel, { context, exten, priority: 1 });
    });
  }

  /** One side puts the other on hold, and calls an extension or the phone of a name from its phone. */
  consult(to: string, side: Side = 'callee'): this {
    findExtension(this.pbx, to);
    return this.#with('consult', side, (channel) => {
      hold(channel);
      this.#course.consultant = channel;
      this.#course.consultation = beginCall(this.pbx, { from: phoneOf(channel), to });
    });
  }

  /** Who has consulted somebody, and been answered, leaves, so that the two others talk. */
  complete(): this {
    return this.#then('complete', function* () {
      const both = yield* this.#course.until(() => {
        const { consultant, consultation } = this.#course;
        return consultant?.bridge === undefined || consultation?.bridge === undefined
          ? undefined
          : ([consultant, consultation] as const);
      });
      if (both === undefined) return false;
      this.#course.leave(both[0]);
      return transferAttended(...both) === 'Success';
    });
  }

  /** Who consults somebody hangs up on him, and goes on with whom he talked to before. */
  cancel(): this {
    return this.#then('cancel', function* () {
      const { consultant, consultation } = this.#course;
      if (consultant === undefined || consultation?.isHungUp !== false) return false;
      yield* this.#course.hangUp(consultation);
      this.#course.goBack();
      unhold(consultant);
      return true;
    });
  }

  /** One side parks the other, in the default lot. */
  park(side: Side = 'callee'): this {
    return this.#with('park', side, (channel) => {
      const other = otherThan(channel);
      if (other === undefined) return;
      this.#course.space = this.pbx.parking.park(other, 'default', { parker: channel.name })?.space;
    });
  }

  /** The phone of a name fetches who was parked, by dialling the space. */
  retrieve(by: string): this {
    findPhone(this.pbx, by);
    return this.#then('retrieve', function* () {
      const space = yield* this.#course.until(() => this.#course.space);
      if (space === undefined) return false;
      this.#course.callee = beginCall(this.pbx, { from: by, to: String(space) });
      return true;
    });
  }

  #then(name: string, step: (this: CallScript) => Process<boolean>): this {
    this.#steps.push({ name, take: step.bind(this) });
    this.#added$.next();
    return this;
  }

  #whenRinging(name: string, act: (ringing: Channel) => void): this {
    const course = this.#course;
    return this.#then(name, function* () {
      const ringing = yield* course.until(() => course.ringing);
      if (ringing === undefined) return false;
      act(ringing);
      // Else the next step might find it ringing still.
      yield* course.until(() => ringing.isHungUp || ringing.bridge !== undefined || undefined);
      return true;
    });
  }

  /** Has one side do something, once it talks. */
  #with(name: string, side: Side, act: (one: Channel) => void): this {
    const look = this.#course.lookFor(side, 'talking');
    return this.#then(name, function* () {
      const channel = yield* this.#course.until(look);
      if (channel !== undefined) act(channel);
      return channel !== undefined;
    });
  }

  *#run(): Process {
    const { pbx } = this;
    const course = this.#course;
    // The script is written first: the call begins when that is done.
    yield* pause(pbx, 0);
    course.caller = beginCall(pbx, this.call);
    for (;;) {
      const step = this.#steps.shift();
      if (step !== undefined) {
        if (!(yield* step.take())) this.#skipped.push(step.name);
      } else if (course.isOver) return;
      else yield* first(merge(this.#added$, course.news$));
    }
  }
}
