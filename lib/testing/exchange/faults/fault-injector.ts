import { catchError, EMPTY, from, map, mergeMap, tap, timer } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { Link } from '../manager/link.js';
import type { Fault, FaultOf } from './fault.js';
import { FaultyLink } from './faulty-link.js';

/** A fault and its time. */
export interface TimedFault {
  /** Milliseconds from the beginning of the run. */
  readonly atMs: number;
  readonly fault: Fault;
}

/**
 * Which connections a fault is for: the one that was accepted last, all that are open, or the next one. Where none is
 * open, `'newest'` and `'all'` mean the next one.
 */
export type FaultTarget = 'newest' | 'all' | 'next';

/**
 * Lets things go wrong between an exchange and its clients; it is the `faults` of an exchange.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { createExchange } from 'rxjs-ami/testing';
 *
 * const exchange = await createExchange();
 * const ami = connect(exchange.url);
 * exchange.faults.inject({ kind: 'missing-response', action: 'QueuePause' });
 * ami.request('QueuePause', { Interface: 'PJSIP/carol', Paused: true }).subscribe({
 *   error: ({ name, outcome }) => console.log(name, outcome), // ActionTimeoutError unknown
 * });
 * ```
 */
export class FaultInjector {
  readonly #links = new Set<FaultyLink>();
  /** Those of connections that have not come yet. */
  #next: Fault[] = [];
  readonly #refusals: ('end' | 'reset')[] = [];

  /** @internal */
  constructor(
    private readonly scheduler: SchedulerLike,
    /** Restarts the exchange. */
    private readonly restart: (fault: FaultOf<'restart'>) => void,
  ) {}

  /**
   * Injects a fault now. `refuse` and `slow-login` are always for the next connections, and `restart` is for the whole
   * exchange.
   */
  inject(fault: Fault, target: FaultTarget = 'newest'): void {
    switch (fault.kind) {
      case 'restart':
        this.restart(fault);
        break;
      case 'refuse': {
        const { connections = 1, how = 'end' } = fault;
        for (let i = 0; i < connections; i++) this.#refusals.push(how);
        break;
      }
      default: {
        const links = fault.kind === 'slow-login' ? [] : this.#select(target);
        if (links.length === 0) this.#next.push(fault);
        for (const link of links) link.inject(fault);
      }
    }
  }

  /**
   * Injects each fault of a plan at its time, counted from the subscription. Emits each when it has been injected, and
   * completes after the last. Unsubscribing leaves out those that are still to come.
   *
   * @param plan - In any order, such as {@link randomFaults} makes one.
   *
   * @example
   * ```ts
   * import { createExchange, randomFaults } from 'rxjs-ami/testing';
   *
   * const exchange = await createExchange();
   * const plan = randomFaults({ seed: 7, count: 20, durationMs: 60_000 });
   * exchange.faults.run(plan).subscribe(({ atMs, fault }) => console.log(atMs, fault));
   * ```
   */
  run(plan: readonly TimedFault[], target: FaultTarget = 'newest'): Observable<TimedFault> {
    return from(plan).pipe(
      mergeMap((one) => timer(one.atMs, this.scheduler).pipe(map(() => one))),
      tap(({ fault }) => {
        this.inject(fault, target);
      }),
    );
  }

  /** Forgets what was to happen to connections that have not come yet. */
  clear(): void {
    this.#next = [];
    this.#refusals.length = 0;
  }

  /** @internal Takes a connection; `undefined` if it is refused, and so has been closed. */
  accept(link: Link): Link | undefined {
    const refusal = this.#refusals.shift();
    if (refusal !== undefined) {
      refuse(link, refusal);
      return undefined;
    }
    const faulty = new FaultyLink(link, this.scheduler, () => {
      this.#links.delete(faulty);
    });
    this.#links.add(faulty);
    const faults = this.#next;
    this.#next = [];
    for (const fault of faults) faulty.inject(fault);
    return faulty;
  }

  /** @internal Cuts what is still open: a session that is over may have left something under way. */
  close(): void {
    this.clear();
    for (const link of [...this.#links]) link.destroy();
  }

  #select(target: FaultTarget): FaultyLink[] {
    if (target === 'next') return [];
    const open = [...this.#links];
    return target === 'all' ? open : open.slice(-1);
  }
}

function refuse(link: Link, how: 'end' | 'reset'): void {
  if (how === 'reset') {
    link.destroy();
    return;
  }
  // A socket that nobody reads from never hears that the client has closed as well.
  link.received$.pipe(catchError(() => EMPTY)).subscribe();
  link.end();
}
