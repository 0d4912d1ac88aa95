import { Subject, Subscription } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Bridge } from './bridge.js';
import { snapshotFields, snapshotOf } from './channel-snapshot.js';
import type { ChannelInit } from './channel-init.js';
import type { ChannelSnapshot } from './channel-snapshot.js';
import type { ChannelState } from './channel-state.js';
import { escapeName } from './escape-name.js';
import type { Fields } from './fields.js';
import { hangupCause } from './hangup-cause.js';
import type { Party } from './party.js';
import type { Pbx } from './pbx.js';
import type { Place } from './place.js';
import { runProcess } from './process.js';
import type { Process } from './process.js';
import { snapshotEvents } from './snapshot-events.js';
import type { Control, Indication, Technology } from './technology.js';

/**
 * A channel. What it is may be set at will; events tell of it when it is published, by what differs
 * from the last time (manager_channels.c).
 */
export class Channel {
  name: string;
  readonly uniqueid: string;
  readonly createdAt: number;
  linkedid: string;
  state: ChannelState;
  caller: Party;
  connected: Party = {};
  language = 'en';
  accountCode: string;
  place: Place;
  application = '';
  applicationData = '';
  hangupCause: number = hangupCause.notDefined;
  bridge: Bridge | undefined;
  /** Channel variables; a name may begin with `_` or `__`, which says who inherits it. */
  readonly variables = new Map<string, string>();
  /** What the far end says. */
  readonly control$: Observable<Control>;
  /** Emits when somebody hears the first of a tone. */
  readonly sound$: Observable<void>;
  /** Emits when a bridge lets the channel go. */
  readonly released$: Observable<void>;
  /** Completes when the channel is gone. */
  readonly ended$: Observable<never>;
  isHungUp = false;
  /** Whether the dialplan says what it does. */
  isInDialplan = false;
  /** Whether it goes to another place of the dialplan in place of its end. */
  isMoving = false;
  readonly #control$ = new Subject<Control>();
  readonly #sound$ = new Subject<void>();
  readonly #released$ = new Subject<void>();
  readonly #ended$ = new Subject<never>();
  readonly #technology: Technology;
  #published: ChannelSnapshot | undefined;
  /** Whether its end has been told. */
  #isGone = false;
  #running: Subscription | undefined;
  #limit: Subscription | undefined;

  constructor(
    readonly pbx: Pbx,
    init: ChannelInit,
  ) {
    this.name = init.name;
    this.uniqueid = init.uniqueid;
    this.linkedid = init.linkedid;
    this.state = init.state;
    this.place = init.place;
    this.caller = init.caller ?? {};
    this.accountCode = init.accountCode ?? '';
    this.createdAt = pbx.now();
    this.control$ = this.#control$;
    this.sound$ = this.#sound$;
    this.released$ = this.#released$;
    this.ended$ = this.#ended$;
    this.#technology = init.technology;
    pbx.channels.set(this.uniqueid, this);
    this.publish();
  }

  /** The device that the channel is one of: its name without the number of the channel. */
  get device(): string {
    return this.name.slice(0, this.name.lastIndexOf('-'));
  }

  /** Whether it does something of its own: runs in the dialplan, or sits in a bridge. */
  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** What events say of it, under names with a prefix: how it was when it was published. */
  fields(prefix = ''): Fields {
    return snapshotFields(this.#published ?? snapshotOf(this), prefix);
  }

  /** What the few events say that look at the channel itself: those of dials. */
  freshFields(prefix = ''): Fields {
    return snapshotFields(snapshotOf(this), prefix);
  }

  /** Tells of what differs from the last time. */
  publish(): void {
    if (this.#isGone) return;
    const last = this.#published;
    const now = snapshotOf(this);
    this.#published = now;
    for (const { name, privilege, fields } of snapshotEvents(
      last,
      now,
      this.isHungUp ? this.hangupCause : undefined,
    )) {
      this.pbx.emit(name, privilege, fields);
    }
    if (last !== undefined && last.state !== now.state) this.pbx.devices.changed(this.device);
  }

  setState(state: ChannelState): void {
    this.state = state;
    this.publish();
  }

  /** Notes what the channel does. */
  enter(application: string, data: string): void {
    this.application = application;
    this.applicationData = data;
    this.publish();
  }

  setVariable(name: string, value: string): void {
    this.variables.set(name, value);
    const fields = { Variable: name, Value: escapeName(value) };
    this.pbx.emit('VarSet', ['dialplan'], { ...this.fields(), ...fields });
  }

  /** Sets variables, one after the other. */
  setVariables(variables: Readonly<Record<string, string | number>>): void {
    for (const [name, value] of Object.entries(variables)) this.setVariable(name, String(value));
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
    this.#limit = ms === 0 ? undefined : this.pbx.soon(() => this.endSoon(), ms);
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
    this.#isGone = true;
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
