import { Subject, Subscription } from 'rxjs';
import type { Observable } from 'rxjs';
import type { ChannelInit } from './channel-init.js';
import { hangupCause } from './hangup-cause.js';
import type { Pbx } from './pbx.js';
import type { Place } from './place.js';
import { runProcess } from './process.js';
import type { Process } from './process.js';
import { PublishedChannel } from './published-channel.js';
import type { Control, Indication, Technology } from './technology.js';

/** A channel: what it does, and what happens to it. */
export class Channel extends PublishedChannel {
  /** What the far end says. */
  readonly control$: Observable<Control>;
  /** Emits when somebody hears the first of a tone. */
  readonly sound$: Observable<void>;
  /** Emits when a bridge lets the channel go. */
  readonly released$: Observable<void>;
  /** Completes when the channel is gone. */
  readonly ended$: Observable<never>;
  /** Whether the dialplan says what it does. */
  isInDialplan = false;
  /** Whether it goes to another place of the dialplan in place of its end. */
  isMoving = false;
  readonly #control$ = new Subject<Control>();
  readonly #sound$ = new Subject<void>();
  readonly #released$ = new Subject<void>();
  readonly #ended$ = new Subject<never>();
  readonly #technology: Technology;
  #running: Subscription | undefined;
  #limit: Subscription | undefined;

  constructor(pbx: Pbx, init: ChannelInit) {
    super(pbx, init);
    this.control$ = this.#control$;
    this.sound$ = this.#sound$;
    this.released$ = this.#released$;
    this.ended$ = this.#ended$;
    this.#technology = init.technology;
    pbx.channels.set(this.uniqueid, this);
    this.publish();
  }

  /** Whether it does something of its own: runs in the dialplan, or sits in a bridge. */
  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Places the call of an outgoing channel; `false` if it can't. */
  call(): boolean {
    return this.#technology.call(this);
  }

  /** Answers the channel, if it has not been. */
  answer(): void {
    if (this.state === 'Up') return;
    this.#technology.answer(this);
    this.setState('Up');
  }

  indicate(indication: Indication): void {
    this.#technology.indicate(this, indication);
  }

  /** Something arrives from the far end. */
  receive(control: Control): void {
    this.pbx.soon(() => {
      if (this.isHungUp) return;
      if (control === 'ringing' && this.state !== 'Up') this.setState('Ringing');
      if (control === 'answer' && this.state !== 'Up') this.setState('Up');
      this.#control$.next(control);
    });
  }

  /** Lets the channel do something, to its end; what it did before is cut short. */
  run(process: () => Process): void {
    // What it did may have been all that kept it from its end.
    if (this.isHungUp) return;
    this.#running?.unsubscribe();
    this.isMoving = false;
    const running = new Subscription();
    this.#running = running;
    running.add(
      runProcess(process).subscribe({
        complete: () => {
          if (this.#running === running) this.hangUp();
        },
      }),
    );
  }

  /** Notes where the channel is, as bridges do for whoever leaves them for another place. */
  goTo(place: Place): void {
    this.place = place;
    this.publish();
  }

  /** Goes to another place of the dialplan, whatever it does (ast_async_goto). */
  moveTo(place: Place): void {
    this.isMoving = true;
    this.pbx.soon(() => {
      if (this.isHungUp) return;
      if (this.bridge !== undefined) this.goTo(place);
      this.pbx.enterDialplan(this, place);
    });
  }

  /** The far end has hung up (ast_queue_hangup). */
  receiveHangup(cause?: number): void {
    if (this.isHungUp) return;
    if (cause !== undefined && cause !== hangupCause.notDefined) this.hangupCause = cause;
    const why = { Cause: cause ?? this.hangupCause };
    this.pbx.emit('HangupRequest', ['call'], { ...this.fields(), ...why });
    this.#wake();
  }

  /** Somebody wants the channel to end (ast_softhangup); `flag` says who. */
  requestHangup(flag: number, cause?: number): void {
    if (this.isHungUp) return;
    if (cause !== undefined) this.hangupCause = cause;
    // 16 looks at the channel itself.
    const fields = this.pbx.version === '16' ? this.freshFields() : this.fields();
    this.pbx.emit('SoftHangupRequest', ['call'], { ...fields, Cause: flag });
    this.#wake();
  }

  /** Lets the channel end in so many ms, for all it does; 0 for no limit (ast_channel_setwhentohangup). */
  setTimeLimit(ms: number): void {
    this.#limit?.unsubscribe();
    this.#limit =
      ms === 0
        ? undefined
        : this.pbx.soon(() => {
            this.endSoon();
          }, ms);
  }

  /** Lets the channel end, without a word (ast_channel_softhangup_withcause_locked). */
  endSoon(cause?: number): void {
    if (cause !== undefined) this.hangupCause = cause;
    this.#wake();
  }

  /** Ends the channel (ast_hangup). */
  hangUp(): void {
    if (this.isHungUp) return;
    const running = this.#running;
    this.#running = undefined;
    running?.unsubscribe();
    this.#limit?.unsubscribe();
    this.#technology.hangUp(this);
    this.isHungUp = true;
    this.pbx.channels.delete(this.uniqueid);
    this.publish();
    this.pbx.devices.changed(this.device);
    this.#control$.complete();
    this.#released$.complete();
    this.#ended$.complete();
  }

  /** A tone is played to the channel; whether somebody waited for that. */
  hear(): boolean {
    const wasWaiting = this.#sound$.observed;
    this.#sound$.next();
    return wasWaiting;
  }

  /** A bridge lets the channel go. */
  release(): void {
    this.#released$.next();
  }

  /** Whoever serves the channel finds that it shall end. */
  #wake(): void {
    this.pbx.soon(() => {
      if (this.isHungUp) return;
      if (this.isRunning) this.hangUp();
      else this.#control$.next('hangup');
    });
  }
}
