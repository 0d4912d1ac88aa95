import { timer } from 'rxjs';
import type { SchedulerLike, Subscription } from 'rxjs';
import { ArmedFaults } from './armed-faults.js';
import type { FaultOf } from './fault.js';

/** A fault of responses. */
type ResponseFault = FaultOf<
  'duplicate-response' | 'missing-response' | 'late-response' | 'out-of-order-responses'
>;

interface Kept {
  readonly text: string;
  readonly timer: Subscription;
}

/** Doubles, drops, delays and swaps the responses of a connection. */
export class ResponseFaults {
  readonly armed = new ArmedFaults<ResponseFault>();
  readonly #kept = new Set<Kept>();
  /** What waits for another response to go before it. */
  #swapped: Kept | undefined;

  constructor(
    /** Sends a response that was kept back. */
    private readonly send: (text: string) => void,
    private readonly scheduler: SchedulerLike,
  ) {}

  /** Whether anything is to happen to a response that comes. */
  get isArmed(): boolean {
    return !this.armed.isEmpty || this.#swapped !== undefined;
  }

  /**
   * What goes out in place of a response.
   *
   * @param action - The name of the action that it answers, where that is known.
   */
  take(text: string, action: string | undefined): string[] {
    const swapped = this.#swapped;
    if (swapped !== undefined) return [text, this.#release(swapped)];
    const fault = this.armed.take(action);
    switch (fault?.kind) {
      case 'duplicate-response':
        return [text, text];
      case 'missing-response':
        return [];
      case 'late-response':
        this.#keep(text, fault.ms ?? 2000);
        return [];
      case 'out-of-order-responses':
        this.#swapped = this.#keep(text, fault.withinMs ?? 1000);
        return [];
      default:
        return [text];
    }
  }

  /** All that was kept back, which nobody waits with any longer. */
  flush(): string[] {
    return [...this.#kept].map((kept) => this.#release(kept));
  }

  /** Forgets what was kept back, and what was to happen. */
  clear(): void {
    this.armed.clear();
    this.flush();
  }

  #keep(text: string, ms: number): Kept {
    const kept = {
      text,
      timer: timer(ms, this.scheduler).subscribe(() => {
        this.send(this.#release(kept));
      }),
    };
    this.#kept.add(kept);
    return kept;
  }

  #release(kept: Kept): string {
    kept.timer.unsubscribe();
    this.#kept.delete(kept);
    if (this.#swapped === kept) this.#swapped = undefined;
    return kept.text;
  }
}
