import { from, mergeMap, timer } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import type { AmiClient, ConnectOptions, Status } from '../../../lib/index.js';
import { liveExchange } from '../../../lib/live/index.js';
import type { LiveExchange, LiveState } from '../../../lib/live/index.js';
import { Random } from '../../../lib/testing/index.js';
import type { Exchange } from '../../../lib/testing/index.js';
import type { ChaosPlan } from './chaos-plan.js';
import type { Difference } from '../../asterisk/support/live/differences.js';
import { factKinds } from './facts.js';
import { Folded } from './folded.js';
import { Ledger } from './ledger.js';
import { RandomActions } from './random-action.js';
import { Reception } from './reception.js';
import type { Script } from './script.js';
import { stateDifferences } from './state-differences.js';

/** Where a run takes place. */
export interface Stage {
  readonly exchange: Exchange;
  readonly scheduler: SchedulerLike;
  connect(options: ConnectOptions): AmiClient;
  /** How long what happens at once takes: nothing in virtual time. */
  readonly hopMs: number;
  readonly log: (text: string) => void;
}

/** What changes without an event, and is only right when the exchange has been asked again. */
const polled: ReadonlySet<string> = new Set([
  ...['application', 'completed', 'abandoned', 'callsTaken', 'lastCallAt', 'isInCall', 'parties'],
  ...['isLocked', 'marks', 'talkingToChannel', 'aors', 'auths', 'transport'],
]);

/**
 * Since when a call is parked is the moment at which its event came; where a fault has held that up for long, the
 * list knows it better.
 */
const isLate = /^Events had been lost, of parked calls \(\d+\)$/;

function isExact({ faults }: ChaosPlan): boolean {
  return !faults.some(
    ({ fault }) =>
      fault.kind === 'endless-list' || (fault.kind === 'garbage' && fault.isClosed === false),
  );
}

/** How long a run may take to come to rest, in steps of a tenth of a check. */
const patience = 2000;

/** A client and a live state under faults, from the beginning of a run to its end. */
export class ChaosRun {
  readonly problems: string[] = [];
  readonly #ami: AmiClient;
  readonly #live: LiveExchange;
  readonly #folds: readonly Pick<Folded<unknown>, 'problems' | 'differences' | 'isComplete'>[];
  readonly #ledger: Ledger;
  readonly #reception: Reception;
  readonly #actions: RandomActions;
  #status: Status['state'] = 'connecting';
  #state: LiveState = 'syncing';
  #hasRefused = false;
  /** Whether there is something to repair: a list that did not come, or an event that garbage has spoilt. */
  #hasMissed: boolean;
  #unrest = 0;
  #events = 0;
  /** Whether nothing has happened on the exchange for as long as it takes to ask for everything again. */
  #isQuiet = false;

  constructor(
    private readonly plan: ChaosPlan,
    private readonly stage: Stage,
  ) {
    const { exchange, log } = stage;
    this.#hasMissed = plan.faults.some(
      ({ fault }) => fault.kind === 'garbage' && fault.isClosed === false,
    );
    this.#reception = new Reception(exchange, log);
    const ami = stage.connect(plan.client);
    this.#ami = ami;
    ami.status$.subscribe((status) => {
      this.#status = status.state;
      if (status.state === 'online') this.#hasRefused = false;
      const cause = 'cause' in status ? `: ${String(status.cause)}` : '';
      log(`status ${status.state}${cause}`);
    });
    ami.diagnostics$.subscribe(({ type, text }) => {
      log(`diagnostic ${type}: ${text}`);
      if (type === 'list-unavailable') this.#hasRefused = this.#hasMissed = true;
      if (type === 'state-repaired' && !this.#hasMissed && !isLate.test(text)) {
        this.problems.push(`no event was lost: ${text}`);
      }
      if (type === 'list-unavailable' || type === 'state-repaired') this.#unrest++;
    });
    ami.events$.subscribe((event) => {
      if (event.name === 'Reload') this.#hasRefused = false;
      this.#events++;
      log(`event ${event.name} ${event.get('Uniqueid') ?? ''} ${event.get('Channel') ?? ''}`);
    });
    const live = liveExchange(ami, { checkMs: plan.checkMs });
    this.#live = live;
    live.state$.subscribe((state) => {
      this.#state = state;
      log(`live ${state}`);
    });
    this.#folds = [
      new Folded('channel', live.channels, false),
      new Folded('bridge', live.bridges, false),
      new Folded('call', live.calls, true),
      new Folded('queue', live.queues, true),
      ...factKinds.map((kind) => new Folded<unknown>(kind, live[kind], true)),
    ];
    this.#ledger = new Ledger(ami, isExact(plan), log);
    this.#actions = new RandomActions(new Random(plan.seed * 104_729), live);
  }

  *perform(): Script {
    const { plan, stage } = this;
    const { exchange, scheduler, log } = stage;
    const traffic = exchange.traffic(plan.traffic).subscribe(({ number, kind, from, to }) => {
      log(`call ${number}: ${kind} ${from} > ${to}`);
    });
    const faults = exchange.faults.run(plan.faults).subscribe(({ fault }) => {
      log(`fault ${JSON.stringify(fault)}`);
    });
    const asking = from(plan.actionsAtMs)
      .pipe(mergeMap((atMs) => timer(atMs, scheduler)))
      .subscribe(() => {
        this.#ledger.ask(this.#actions.next());
      });
    if (plan.ending === 'closed') {
      yield Math.ceil(plan.durationMs * new Random(plan.seed).next());
      faults.unsubscribe();
      asking.unsubscribe();
    } else {
      yield plan.durationMs;
      exchange.faults.clear();
      if (plan.ending !== 'moving') {
        traffic.unsubscribe();
        if (plan.ending === 'over') this.#hangUpAll();
        else this.#holdSome();
      }
      yield* this.#compare();
    }
    traffic.unsubscribe();
    yield* this.#close();
  }

  /** Every call is hung up, by the phones. */
  #hangUpAll(): void {
    for (const channel of this.stage.exchange.pbx.channels.values()) channel.receiveHangup(16);
  }

  /** Some calls stay as they are. */
  #holdSome(): void {
    const { exchange } = this.stage;
    exchange.call({ from: 'alice', to: '1002' }).answer();
    exchange.call({ from: 'erin', to: '3000' });
    exchange.call({ from: '2025550123', to: '3000' });
    exchange.call({ from: '2025550124', to: '4000' });
    exchange.call({ from: '2025550125', to: '7001' });
    exchange.queue('support').join('2025550126');
  }

  *#compare(): Script {
    const { plan, stage, problems } = this;
    if (!(yield* this.#rest())) return;
    if (this.#hasRefused) {
      // Until the next session, or a reload, what was refused is not asked for again.
      stage.exchange.manager.reload();
      if (!(yield* this.#rest())) return;
    }
    const witness = stage.connect({ scheduler: stage.scheduler });
    yield 10 * stage.hopMs;
    let found: readonly Difference[] = [];
    let told: readonly string[] = [];
    for (let times = 0; times < 10; times++) {
      // On a busy machine a session may be lost to keep-alive at any time.
      if (this.#state !== 'live' && !(yield* this.#rest())) break;
      found = yield* stateDifferences(this.#live, witness, stage.hopMs);
      // On a socket, what has happened since may be in the lists and still on its way to the state.
      told = this.#folds.flatMap((fold) => fold.differences());
      if ((found.length === 0 && told.length === 0) || stage.hopMs === 0) break;
      yield 5 * stage.hopMs;
    }
    const isFresh = this.#isQuiet && plan.ending !== 'moving';
    const counted = isFresh ? found : found.filter(({ field }) => !polled.has(field));
    problems.push(...counted.map(({ text }) => text));
    problems.push(...told);
    witness.close();
  }

  /** Waits until nothing is under way any more, for as long as it takes to be sure. */
  *#rest(): Script<boolean> {
    const { checkMs } = this.plan;
    const stepMs = checkMs / 10;
    // Two checks, the second look at what they doubt, and the time that each gives to events.
    const calmMs = 2 * checkMs + 3500;
    let calm = 0;
    let waited = 0;
    let unrest = -1;
    let events = 0;
    for (let steps = 0; steps < patience; steps++) {
      yield stepMs;
      // On a socket, an answer may be under way at any time; but not for long.
      waited = this.#ami.pending === 0 ? 0 : waited + 1;
      const isCalm =
        this.#status === 'online' &&
        this.#state === 'live' &&
        this.#ledger.open === 0 &&
        waited < 5 &&
        this.#unrest === unrest;
      unrest = this.#unrest;
      calm = isCalm ? calm + stepMs : 0;
      if (calm <= stepMs) events = this.#events;
      this.#isQuiet = events === this.#events;
      if (calm > calmMs) return true;
    }
    const at = [this.#status, this.#state, this.#ledger.open, this.#ami.pending].join(', ');
    this.problems.push(`it did not come to rest: ${at}`);
    return false;
  }

  *#close(): Script {
    const { plan, stage, problems } = this;
    const { exchange, hopMs } = stage;
    for (let i = 0; i < 3; i++) this.#ledger.ask(this.#actions.next());
    if (plan.isPolite) {
      const end = this.#ami.end().subscribe();
      for (let steps = 0; steps < patience && !end.closed; steps++) yield plan.checkMs / 10;
      if (!end.closed) problems.push('end() did not end');
    } else {
      yield hopMs * new Random(plan.seed).below(3);
      this.#ami.close();
    }
    if (this.#ami.pending > 0) problems.push(`${this.#ami.pending} actions are pending`);
    problems.push(...this.#folds.flatMap((fold) => fold.problems));
    if (!this.#folds.every(({ isComplete }) => isComplete)) problems.push('a stream goes on');
    yield hopMs;
    for (let steps = 0; steps < 100 && exchange.manager.sessions.size > 0; steps++) yield hopMs;
    const { size } = exchange.manager.sessions;
    if (size > 0) problems.push(`${size} sessions are open`);
    problems.push(...this.#ledger.problems(exchange, this.#reception));
    problems.push(...this.#reception.repeated.map((id) => `${id} was received twice`));
  }
}
