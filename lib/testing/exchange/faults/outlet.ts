import { timer } from 'rxjs';
import type { SchedulerLike, Subscription } from 'rxjs';

/** What an {@link Outlet} does in its turn: sends bytes, waits so many milliseconds, does something. */
export type Step = Uint8Array | number | (() => void);

/**
 * The way out of a connection: lets bytes through in their order, at once or as slowly as it was told.
 */
export class Outlet {
  readonly #steps: Step[] = [];
  #closedUntil = 0;
  #drip = { bytes: 0, gapMs: 0, until: 0 };
  #timer: Subscription | undefined;
  #isClosed = false;

  constructor(
    private readonly write: (bytes: Uint8Array) => void,
    private readonly scheduler: SchedulerLike,
  ) {}

  /** Whether what is sent now goes out at once, and in one piece. */
  get isOpen(): boolean {
    return this.#steps.length === 0 && !this.#isPaused && !this.#isDripping;
  }

  /** Appends what is to be done. */
  push(steps: Iterable<Step>): void {
    if (this.#isClosed) return;
    for (const step of steps) this.#steps.push(step);
    this.#drain();
  }

  /** Lets nothing out for a time. */
  pause(ms: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, this.scheduler.now() + ms);
  }

  /** Lets bytes out in small pieces for a time. */
  drip(bytes: number, gapMs: number, forMs: number): void {
    this.#drip = { bytes, gapMs, until: this.scheduler.now() + forMs };
  }

  /** Drops what has not gone out; from now on nothing does. */
  close(): void {
    this.#isClosed = true;
    this.#steps.length = 0;
    this.#timer?.unsubscribe();
    this.#timer = undefined;
  }

  get #isPaused(): boolean {
    return this.scheduler.now() < this.#closedUntil;
  }

  get #isDripping(): boolean {
    return this.scheduler.now() < this.#drip.until;
  }

  #drain(): void {
    if (this.#timer !== undefined) return;
    // A step may append others and drain as well: each is taken before it is done.
    for (let step = this.#next(); step !== undefined; step = this.#next()) {
      if (typeof step === 'number') this.pause(step);
      else if (typeof step === 'function') step();
      else this.#send(step);
    }
  }

  #next(): Step | undefined {
    if (this.#steps.length === 0) return undefined;
    if (!this.#isPaused) return this.#steps.shift();
    this.#timer ??= timer(this.#closedUntil - this.scheduler.now(), this.scheduler).subscribe(
      () => {
        this.#timer = undefined;
        this.#drain();
      },
    );
    return undefined;
  }

  #send(bytes: Uint8Array): void {
    if (!this.#isDripping) {
      this.write(bytes);
      return;
    }
    const { bytes: size, gapMs } = this.#drip;
    if (bytes.length > size) this.#steps.unshift(bytes.subarray(size));
    this.pause(gapMs);
    this.write(bytes.subarray(0, size));
  }
}
