import { filter, finalize, map, merge, ReplaySubject, Subject, take, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Channel } from '../pbx/channel.js';
import { hangupCause } from '../pbx/hangup-cause.js';
import { pause } from '../pbx/pause.js';
import type { Pbx } from '../pbx/pbx.js';
import type { FieldValue } from '../pbx/fields.js';
import { transferAttended } from '../pbx/transfers/transfer-attended.js';
import { transferBlind } from '../pbx/transfers/transfer-blind.js';
import { first, runProcess } from '../pbx/process.js';
import type { Process } from '../pbx/process.js';
import { hold, unhold } from './hold.js';
import { beginCall, extensionOf, phoneOf } from './scripted-call.js';
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
 * import { Exchange, VirtualClock } from 'rxjs-ami/testing';
 *
 * const clock = new VirtualClock();
 * const exchange = new Exchange({ scheduler: clock });
 * const call = exchange.call({ from: '2025550123', to: '1001' }).answer().wait(3000);
 * call.transfer('bob').answer().wait(3000).hangUp();
 * call.ended$.subscribe({ complete: () => console.log(clock.now()) }); // 6000
 * clock.advance(10_000);
 * ```
 */
export class CallScript {
  readonly #steps: Step[] = [];
  readonly #added$ = new Subject<void>();
  readonly #ended$ = new ReplaySubject<never>(0);
  #caller: Channel | undefined;
  #callee: Channel | undefined;
  #consultant: Channel | undefined;
  #consultation: Channel | undefined;
  #space: number | undefined;

  /** @internal */
  constructor(
    private readonly pbx: Pbx,
    private readonly call: ScriptedCall,
  ) {
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

  /** Some time passes, in milliseconds. */
  wait(ms: number): this {
    if (!(ms >= 0)) throw new RangeError(`A call waits for some milliseconds, not ${String(ms)}`);
    return this.#then(function* (this: CallScript) {
      yield* pause(this.pbx, ms);
    });
  }

  /** One side hangs up. */
  hangUp(side: Side = 'caller'): this {
    return this.#with(side, 'there', (channel) => {
      channel.receiveHangup(hangupCause.normalClearing);
    });
  }

  /** One side puts the other on hold. */
  hold(side: Side = 'callee'): this {
    return this.#with(side, 'talking', hold);
  }

  /** One side goes on talking. */
  unhold(side: Side = 'callee'): this {
    return this.#with(side, 'talking', unhold);
  }

  /** One side transfers the other, unannounced, to an extension or the phone of a name. */
  transfer(to: string, side: Side = 'callee'): this {
    return this.#with(side, 'talking', (channel) => {
      const { context } = channel.place;
      const exten = extensionOf(this.pbx, to);
      transferBlind(channel, { context, exten, priority: 1 });
    });
  }

  /** One side puts the other on hold, and calls an extension or the phone of a name from its phone. */
  consult(to: string, side: Side = 'callee'): this {
    return this.#with(side, 'talking', (channel) => {
      hold(channel);
      this.#consultant = channel;
      this.#consultation = beginCall(this.pbx, { from: phoneOf(channel), to });
    });
  }

  /** Who has consulted somebody, and been answered, leaves, so that the two others talk. */
  complete(): this {
    return this.#then(function* (this: CallScript) {
      const both = yield* this.#until(() => {
        const [first, second] = [this.#consultant, this.#consultation];
        return first?.bridge === undefined || second?.bridge === undefined
          ? undefined
          : ([first, second] as const);
      });
      if (both !== undefined) transferAttended(...both);
    });
  }

  /** One side parks the other, in the default lot. */
  park(side: Side = 'callee'): this {
    return this.#with(side, 'talking', (channel) => {
      const other = channel.bridge?.channels.find((one) => one !== channel);
      if (other === undefined) return;
      this.#space = this.pbx.parking.park(other, 'default', { parker: channel.name })?.space;
    });
  }

  /** The phone of a name fetches who was parked, by dialling the space. */
  retrieve(by: string): this {
    if (!this.pbx.phones.all.has(by)) throw new Error(`There is no phone ${by}`);
    return this.#then(function* (this: CallScript) {
      const space = yield* this.#until(() => this.#space);
      if (space === undefined) return;
      this.#callee = beginCall(this.pbx, { from: by, to: String(space) });
    });
  }

  #then(step: (this: CallScript) => Process): this {
    this.#steps.push(step.bind(this));
    this.#added$.next();
    return this;
  }

  /** Has one side do something, once it is there, or once it talks. */
  #with(side: Side, when: 'there' | 'talking', act: (channel: Channel) => void): this {
    return this.#then(function* (this: CallScript) {
      const channel = yield* this.#until(() => {
        const one = side === 'caller' ? this.#caller : this.#callee;
        return one?.isHungUp === true || (when === 'talking' && one?.bridge === undefined)
          ? undefined
          : one;
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
        const ids = this.#linkedids;
        return ids.includes(fields['Linkedid']) || ids.includes(fields['DestLinkedid']);
      }),
    );
  }

  /** The channels of the call. */
  get #channels(): Channel[] {
    const ids = this.#linkedids;
    return [...this.pbx.channels.values()].filter(({ linkedid }) => ids.includes(linkedid));
  }

  /** That of the call, and that of a consultation, as long as it is another. */
  get #linkedids(): (FieldValue | undefined)[] {
    return [this.#caller, this.#consultation].flatMap((channel) => channel?.linkedid ?? []);
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
