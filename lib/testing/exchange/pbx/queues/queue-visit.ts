import { pause } from '../pause.js';
import type { Process } from '../process.js';
import { isEmpty, readEmptyConditions } from './empty-conditions.js';
import type { MemberCall } from './member-call.js';
import type { QueueCaller } from './queue-caller.js';
import { RingMembers } from './ring-members.js';
import { prepareMember, serveCaller } from './serve-caller.js';
import { tellDurations, tellParties, tellWait } from './visit-variables.js';
import { WaitingMusic } from './waiting-music.js';

/** Why a caller goes on in the dialplan, as `QUEUESTATUS` says it; `undefined` if he does not. */
export type VisitResult = 'TIMEOUT' | 'LEAVEEMPTY' | 'WITHDRAW' | 'CONTINUE' | undefined;

/** How often who waits for his turn looks whether it has come, in ms. */
const recheckMs = 1000;

/** The stay of a caller in a queue, from his joining to the end of his call (`queue_exec`). */
export class QueueVisit {
  readonly #music: WaitingMusic;
  readonly #beganAt: number;
  /** Whether a member has taken the call. */
  #isHandled = false;
  #attempts = 0;

  /** The options are those of the application: letters, and what is played to the member. */
  constructor(
    private readonly caller: QueueCaller,
    private readonly options: { readonly letters: string; readonly announce: string },
  ) {
    const { channel, queue } = caller;
    this.#beganAt = channel.pbx.now();
    this.#music = new WaitingMusic(channel, queue.options.musicclass, options.letters);
  }

  *run(): Process<VisitResult> {
    const { caller } = this;
    let isCutShort = true;
    caller.queue.line.join(caller);
    try {
      const result = yield* this.#wait();
      isCutShort = false;
      return result;
    } finally {
      if (isCutShort) this.#hangUp();
    }
  }

  /** Waits until a member has served the caller, or he has to leave. */
  *#wait(): Process<VisitResult> {
    const { caller } = this;
    const { queue } = caller;
    this.#music.start();
    for (;;) {
      if (!(yield* this.#waitForTurn())) return this.#leave('LEAVEEMPTY');
      do {
        if (caller.withdrawal !== undefined) return this.#leave('WITHDRAW');
        if (caller.hasExpired()) return this.#leave('TIMEOUT');
        const isServed = yield* this.#callMembers();
        if (isServed) return this.options.letters.includes('c') ? 'CONTINUE' : undefined;
        if (this.#isLeftAlone) return this.#leave('LEAVEEMPTY');
        if (this.#isOutOfTries || caller.hasExpired()) return this.#leave('TIMEOUT');
        yield* pause(queue.pbx, queue.options.retry * 1000);
      } while (queue.line.isTurnOf(caller));
    }
  }

  /** Waits until members may be called for the caller; `false` if nobody serves any more. */
  *#waitForTurn(): Process<boolean> {
    const { caller } = this;
    const { line, pbx } = caller.queue;
    while (caller.withdrawal === undefined && !caller.hasExpired() && !line.isTurnOf(caller)) {
      if (this.#isLeftAlone) return false;
      yield* pause(pbx, recheckMs);
    }
    return true;
  }

  /** Calls members, but not for longer than the caller stays; whether one has served him. */
  *#callMembers(): Process<boolean> {
    const { caller } = this;
    const { pbx, options } = caller.queue;
    const timeout = options.timeout === 0 ? Infinity : options.timeout;
    const left = options.timeoutpriority === 'conf' ? Infinity : caller.until - caller.now;
    const seconds = Math.min(timeout, left);
    const ringsSince = pbx.now();
    this.#attempts++;
    const answered = yield* new RingMembers(caller, this.#music).run(seconds * 1000);
    const ringMs = seconds === Infinity ? 0 : pbx.now() - ringsSince;
    if (answered === undefined) return false;
    if (!(yield* prepareMember(answered, this.options.announce))) return false;
    yield* this.#serve(answered, ringMs);
    return true;
  }

  *#serve(call: MemberCall, ringMs: number): Process {
    const { caller } = this;
    const { queue } = caller;
    queue.figures.answered(caller.wait);
    const isInTime = caller.wait <= queue.options.servicelevel;
    this.#music.stop();
    tellParties(caller, call);
    this.#isHandled = true;
    queue.line.leave(caller);
    tellWait(caller);
    call.connect(ringMs);
    yield* serveCaller(call, this.#beganAt, isInTime);
  }

  /** Whether the queue sends callers away as nobody serves any more. */
  get #isLeftAlone(): boolean {
    const { queue } = this.caller;
    const conditions = readEmptyConditions(queue.options.leavewhenempty, 'leave');
    // Callers who wait look often, and most queues keep them.
    return conditions.size > 0 && isEmpty(queue.members, conditions, this.caller);
  }

  /** Whether the option `n` wants no more attempts. */
  get #isOutOfTries(): boolean {
    const { members, options } = this.caller.queue;
    const isRound = ['rrmemory', 'rrordered', 'linear'].includes(options.strategy);
    const isLast = !isRound || this.#attempts >= members.length;
    return this.options.letters.includes('n') && isLast;
  }

  /** The caller goes on in the dialplan. */
  #leave<T extends VisitResult>(result: T): T {
    const { caller } = this;
    // Who is withdrawn is treated as if he had hung up.
    if (result === 'WITHDRAW') this.#tellTimes();
    this.#abandon();
    if (result !== 'WITHDRAW') this.#tellTimes();
    const { withdrawal = '' } = caller;
    if (result === 'WITHDRAW' && withdrawal !== '') {
      caller.channel.setVariable('QUEUE_WITHDRAW_INFO', withdrawal);
    }
    this.#music.stop();
    caller.queue.line.leave(caller);
    return result;
  }

  /** The caller is gone. */
  #hangUp(): void {
    if (this.#isHandled) return;
    this.#music.stop();
    this.#tellTimes();
    this.#abandon();
    this.caller.queue.line.leave(this.caller);
  }

  #tellTimes(): void {
    const { channel } = this.caller;
    tellWait(this.caller);
    tellDurations(channel, channel.pbx.now() - this.#beganAt, 0, 'dialled first');
  }

  #abandon(): void {
    const { channel, queue, position, originalPosition, wait } = this.caller;
    channel.setVariable('ABANDONED', 'TRUE');
    queue.figures.abandon(wait <= queue.options.servicelevel);
    queue.pbx.emit('QueueCallerAbandon', ['agent'], {
      ...channel.fields(),
      Queue: queue.name,
      Position: position,
      OriginalPosition: originalPosition,
      HoldTime: wait,
    });
  }
}
