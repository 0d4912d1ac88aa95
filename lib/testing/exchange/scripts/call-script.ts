import { filter, ignoreElements, map, merge, ReplaySubject, Subject, take, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Channel } from '../pbx/channel.js';
import { hangupCause } from '../pbx/hangup-cause.js';
import { pause } from '../pbx/pause.js';
import type { Pbx } from '../pbx/pbx.js';
import { first, runProcess } from '../pbx/process.js';
import type { Process } from '../pbx/process.js';
import { hold, unhold } from './hold.js';
import { beginCall, extensionOf } from './scripted-call.js';
import type { ScriptedCall } from './scripted-call.js';

/** One side of a call: who has called, or who has answered last. */
export type Side = 'caller' | 'callee';

type Step = () => Process;

/** How long a step waits until it can be taken; then it is left out. */
const patienceMs = 120_000;

/**
 * A call that goes by a script. Each step is taken when those before it are done and it can be:
 * `answer` when a phone rings, `transfer` when two talk. A step that can't be taken any more, since
 * the call is over, is left out, and so is one that could not be taken for two minutes.
 *
 * @example
 * ```ts
 * import { createExchange } from 'rxjs-ami/testing';
 *
 * const exchange = await createExchange();
 * exchange.call({ from: '2025550123', to: '1001' }).answer().wait(3000).transfer('bob').answer();
 * ```
 */
export class CallScript {
  readonly #steps: Step[] = [];
  readonly #added$ = new Subject<void>();
  readonly #ended$ = new ReplaySubject<never>(0);
  #caller: Channel | undefined;
  #callee: Channel | undefined;

  /** @internal */
  constructor(
    private readonly pbx: Pbx,
    private readonly call: ScriptedCall,
  ) {
    pbx.own(
      runProcess(() => this.#run()).subscribe({
        complete: () => {
          this.#ended$.complete();
        },
      }),
    );
  }

  /** Emits nothing; completes when the call is over. */
  get ended$(): Observable<never> {
    return this.#ended$.asObservable();
  }

  /** A phone that rings is answered. */
  answer(): this {
    return this.#then(function* (this: CallScript) {
      const ringing = yield* this.#until(() => this.#ringing);
      if (ringing === undefined) return;
      this.#callee = ringing;
      ringing.receive('answer');
      yield* this.#until(() => (ringing.bridge === undefined ? undefined : ringing));
    });
  }

  /** A phone that rings is busy. */
  reject(): this {
    return this.#then(function* (this: CallScript) {
      const ringing = yield* this.#until(() => this.#ringing);
      if (ringing === undefined) return;
      ringing.hangupCause = hangupCause.userBusy;
      ringing.receive('busy');
    });
  }

  /** Some time passes. */
  wait(ms: number): this {
    return this.#then(function* (this: CallScript) {
      yield* pause(this.pbx, ms);
    });
  }

  /** One side hangs up. */
  hangUp(side: Side = 'caller'): this {
    return this.#with(side, (channel) => {
      channel.receiveHangup(hangupCause.normalClearing);
    });
  }

  /** One side puts the other on hold. */
  hold(side: Side = 'callee'): this {
    return this.#with(side, hold, true);
  }

  /** One side goes on talking. */
  unhold(side: Side = 'callee'): this {
    return this.#with(side, unhold, true);
  }

  #then(step: (this: CallScript) => Process): this {
    this.#steps.push(step.bind(this));
    this.#added$.next();
    return this;
  }

  /** Has one side do something, once it is there, or once it talks. */
  #with(side: Side, act: (channel: Channel) => void, talks = false): this {
    return this.#then(function* (this: CallScript) {
      const channel = yield* this.#until(() => {
        const one = side === 'caller' ? this.#caller : this.#callee;
        return one?.isHungUp === true || (talks && one?.bridge === undefined) ? undefined : one;
      });
      if (channel !== undefined) act(channel);
    });
  }

  *#run(): Process {
    const { pbx } = this;
    // The script is written first: the call begins when that is done.
    yield* pause(pbx, 0);
    this.#caller = beginCall(pbx, this.call);
    for (;;) {
      const step = this.#steps.shift();
      if (step !== undefined) yield* step();
      else if (this.#isOver) return;
      else yield* first(merge(this.#added$, this.#news$));
    }
  }

  /** Waits until there is what is looked for, or until there is no hope of it. */
  *#until<T>(look: () => T | undefined): Process<T | undefined> {
    const patience$ = timer(patienceMs, this.pbx.scheduler);
    const found = look();
    if (found !== undefined || this.#isOver) return found;
    return yield* first(
      merge(
        this.#news$.pipe(
          map(look),
          filter((value) => value !== undefined || this.#isOver),
        ),
        patience$.pipe(map(() => undefined)),
      ).pipe(take(1)),
    );
  }

  /** Whatever happens to the channels of the call. */
  get #news$(): Observable<unknown> {
    return this.pbx.events$.pipe(
      filter(({ fields }) => {
        const linkedid = this.#caller?.linkedid;
        return fields['Linkedid'] === linkedid || fields['DestLinkedid'] === linkedid;
      }),
    );
  }

  /** The channels of the call. */
  get #channels(): Channel[] {
    const linkedid = this.#caller?.linkedid;
    return [...this.pbx.channels.values()].filter((channel) => channel.linkedid === linkedid);
  }

  get #ringing(): Channel | undefined {
    return this.#channels.find(
      ({ name, state }) => state === 'Ringing' && !name.startsWith('Local/'),
    );
  }

  get #isOver(): boolean {
    return this.#caller !== undefined && this.#channels.length === 0;
  }
}
