import { map, merge, NEVER, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Application } from '../application.js';
import type { Channel } from '../channel.js';
import { connectTo } from '../connect-to.js';
import { hangupCause } from '../hangup-cause.js';
import { inheritVariables } from '../inherit-variables.js';
import { OutgoingCall } from '../outgoing-call.js';
import type { DialStatus } from '../outgoing-call.js';
import { first } from '../process.js';
import type { Process } from '../process.js';
import { requestChannel } from '../request-channel.js';
import type { Control } from '../technology.js';

/** The variables that Dial clears before it begins, in its order (app_dial.c). */
const results = [
  ...['DIALSTATUS', 'DIALEDPEERNUMBER', 'DIALEDPEERNAME', 'ANSWEREDTIME', 'ANSWEREDTIME_MS'],
  ...['DIALEDTIME', 'DIALEDTIME_MS', 'RINGTIME', 'RINGTIME_MS', 'PROGRESSTIME', 'PROGRESSTIME_MS'],
];

/** Dials destinations at once, and bridges the caller with whoever answers first. */
export const dial: Application = function* (caller, data) {
  const [destinations = '', seconds = '', options = ''] = data.split(',');
  caller.setVariables(Object.fromEntries(results.map((name) => [name, ''])));
  const dialling = new Dialling(caller);
  try {
    for (const destination of destinations.split('&')) dialling.place(destination);
    const answered = yield* dialling.wait(seconds === '' ? Infinity : Number(seconds) * 1000);
    if (answered === undefined) return true;
    yield* dialling.talk(answered);
    return options.includes('g');
  } finally {
    dialling.end();
  }
};

/** One run of Dial. */
class Dialling {
  readonly #pbx;
  readonly #beganAt: number;
  #calls: OutgoingCall[] = [];
  #status: DialStatus = 'CHANUNAVAIL';
  /** Those whose numbers the caller is shown, as they are not guessed. */
  readonly #known = new Set<OutgoingCall>();
  #isSingle = false;
  #answeredAt: number | undefined;
  #rang = false;

  constructor(private readonly caller: Channel) {
    this.#pbx = caller.pbx;
    this.#beganAt = this.#pbx.now();
  }

  /** Calls one of the destinations. */
  place(destination: string): void {
    const { caller } = this;
    const callee = requestChannel(this.#pbx, destination, { requestor: caller });
    if (typeof callee === 'number') {
      caller.hangupCause = callee;
      return;
    }
    const address = destination.slice(destination.indexOf('/') + 1);
    inheritVariables(caller, callee);
    callee.setVariable('DIALEDPEERNUMBER', address);
    callee.place = { ...caller.place, priority: callee.place.priority };
    callee.connected = { ...caller.caller };
    const isKnown = callee.caller.number !== undefined;
    if (!isKnown) {
      callee.caller = { ...caller.caller, number: caller.place.exten };
    }
    callee.enter('AppDial', '(Outgoing Line)');
    const call = new OutgoingCall(this.#pbx, callee, address, caller);
    if (call.begin()) {
      this.#calls.push(call);
      if (isKnown) this.#known.add(call);
      this.#status = 'NOANSWER';
    } else callee.hangUp();
  }

  /** Waits for an answer; `undefined` if there is none. */
  *wait(ms: number): Process<OutgoingCall | undefined> {
    const until = this.#pbx.now() + ms;
    // Who calls one alone sees at once whom.
    const [single] = this.#calls;
    this.#isSingle = this.#calls.length === 1;
    if (single !== undefined && this.#isSingle) this.#introduce(single);
    while (this.#calls.length > 0) {
      const heard = yield* first(this.#heard(until - this.#pbx.now()));
      if (heard === 'timeout') {
        this.#status = 'NOANSWER';
        this.#cancel('NOANSWER');
        return undefined;
      }
      const { call, control } = heard;
      if (control === 'answer' && !this.#isSingle) this.#introduce(call);
      if (control === 'answer' || control === 'pickup') return call;
      this.#note(call, control);
    }
    return undefined;
  }

  /** Bridges the caller with who has answered, until one of them leaves. */
  *talk(call: OutgoingCall): Process {
    const { caller } = this;
    const callee = call.channel;
    this.#calls = this.#calls.filter((one) => one !== call);
    this.#cancel('CANCEL', hangupCause.answeredElsewhere);
    this.#answeredAt = this.#pbx.now();
    this.#status = 'ANSWER';
    caller.setVariables({
      ...{ DIALSTATUS: 'ANSWER', DIALEDPEERNAME: callee.name, DIALEDPEERNUMBER: call.dialString },
    });
    callee.place = { ...callee.place, exten: '' };
    call.end('ANSWER');
    caller.answer();
    const bridge = this.#pbx.bridges.createBasic();
    callee.publish();
    callee.run(() => bridge.seat(callee));
    yield* bridge.seat(caller);
  }

  /** Ends what is left, and says how it was. */
  end(): void {
    if (this.#calls.length > 0) {
      this.#status = 'CANCEL';
      this.#cancel('CANCEL', hangupCause.normalClearing);
    }
    if (this.#answeredAt !== undefined && !this.caller.isMoving) {
      const now = this.#pbx.now();
      this.caller.setVariables(times('ANSWEREDTIME', now - this.#answeredAt));
      this.caller.setVariables(times('DIALEDTIME', now - this.#beganAt));
    }
    this.caller.setVariable('DIALSTATUS', this.#status);
  }

  #heard(ms: number): Observable<'timeout' | { call: OutgoingCall; control: Control }> {
    const controls = this.#calls.map((call) =>
      call.channel.control$.pipe(map((control) => ({ call, control }))),
    );
    const timeout$ = ms === Infinity ? NEVER : timer(Math.max(0, ms), this.#pbx.scheduler);
    return merge(...controls, timeout$.pipe(map(() => 'timeout' as const)));
  }

  #note(call: OutgoingCall, control: Control): void {
    switch (control) {
      case 'ringing':
        if (!this.#rang) {
          this.#rang = true;
          this.caller.setVariables(times('RINGTIME', this.#pbx.now() - this.#beganAt));
          this.caller.indicate('ringing');
        }
        call.progress('RINGING');
        break;
      case 'progress':
        this.caller.setVariables(times('PROGRESSTIME', this.#pbx.now() - this.#beganAt));
        call.progress('PROGRESS');
        break;
      case 'proceeding':
        call.progress('PROCEEDING');
        break;
      case 'connected':
        this.#known.add(call);
        if (this.#isSingle) this.#introduce(call);
        break;
      case 'busy':
        this.#drop(call, 'BUSY');
        break;
      case 'congestion':
        this.#drop(call, 'CONGESTION');
        break;
      default:
        this.#drop(call, 'NOANSWER', statusOf(call.channel.hangupCause));
    }
  }

  /** Shows the caller whom he is connected with, if that is known (app_dial.c). */
  #introduce(call: OutgoingCall): void {
    if (this.#known.has(call)) connectTo(this.caller, call.channel.caller);
  }

  /** One destination is out of the question. */
  #drop(call: OutgoingCall, status: DialStatus, result = status): void {
    this.#status = result;
    this.caller.hangupCause = call.channel.hangupCause;
    this.#calls = this.#calls.filter((one) => one !== call);
    call.end(status);
    call.channel.hangUp();
  }

  /** All that are still called are called no more. */
  #cancel(status: DialStatus, cause?: number): void {
    const calls = this.#calls;
    this.#calls = [];
    for (const call of calls) {
      call.end(status);
      if (cause !== undefined) call.channel.hangupCause = cause;
      call.channel.hangUp();
    }
  }
}

/** What the cause of a hangup means for Dial (handle_cause in app_dial.c). */
function statusOf(cause: number): DialStatus {
  if (cause === hangupCause.userBusy) return 'BUSY';
  if (cause === hangupCause.congestion) return 'CONGESTION';
  const none: readonly number[] = [hangupCause.noAnswer, hangupCause.normalClearing];
  return none.includes(cause) ? 'NOANSWER' : 'CHANUNAVAIL';
}

function times(name: string, ms: number): Record<string, number> {
  return { [name]: Math.floor(ms / 1000), [`${name}_MS`]: ms };
}
