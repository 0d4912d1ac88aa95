import { filter, mergeMap, tap } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { Link } from '../manager/link.js';
import { ActionReader } from './action-reader.js';
import { ArmedFaults } from './armed-faults.js';
import type { Fault, FaultOf } from './fault.js';
import { ListFaults } from './list-faults.js';
import { endlessLine, garbage, invalidUtf8, unknownResponse } from './odd-messages.js';
import { Outlet } from './outlet.js';
import type { Step } from './outlet.js';
import { ResponseFaults } from './response-faults.js';
import { cutMidLine, readMessage, splitMessages } from './split-messages.js';

// What Asterisk lets anybody do who is connected.
const FREE = /^(?:login|challenge|logoff|ping)$/i;

/**
 * A connection that misbehaves when it is told to, and until then is the one that it was made of.
 *
 * Nothing is scheduled any more once it has closed.
 */
export class FaultyLink implements Link {
  readonly received$: Observable<Uint8Array>;
  readonly remoteAddress: string;
  readonly #outlet: Outlet;
  readonly #responses: ResponseFaults;
  readonly #lists = new ListFaults();
  readonly #denials = new ArmedFaults<FaultOf<'permission-denied'>>();
  readonly #reader = new ActionReader();
  /** The names of actions by their ActionIDs, while a fault is for actions of one name. */
  readonly #names = new Map<string, string>();
  /** What goes out behind the greeting. */
  #early: Step[] | undefined = [];
  #slowLoginMs: number | undefined;
  #isCutting = false;
  #isHalfOpen = false;
  #isEnding = false;
  #isClosed = false;

  constructor(
    private readonly link: Link,
    scheduler: SchedulerLike,
    /** Called once, when it has closed. */
    private readonly closed: () => void = () => undefined,
  ) {
    this.remoteAddress = link.remoteAddress;
    this.#outlet = new Outlet((bytes) => {
      link.send(bytes);
    }, scheduler);
    this.#responses = new ResponseFaults((text) => {
      this.#outlet.push([toBytes(text)]);
    }, scheduler);
    const close = (): void => {
      this.#close();
    };
    this.received$ = link.received$.pipe(
      mergeMap((bytes) => this.#read(bytes)),
      filter(() => !this.#isHalfOpen),
      tap({ complete: close, error: close }),
    );
  }

  /** Lets something go wrong; see {@link Fault}. A link that has closed takes none. */
  inject(fault: Fault): void {
    if (this.#isClosed || this.#isHalfOpen) return;
    switch (fault.kind) {
      case 'refuse':
      case 'restart':
      case 'reset':
        this.destroy();
        break;
      case 'end':
        this.end();
        break;
      case 'half-open':
        this.#isHalfOpen = true;
        this.#forget();
        break;
      case 'stall':
        this.#outlet.pause(fault.ms ?? 5000);
        break;
      case 'slow-login':
        this.#slowLoginMs = fault.ms ?? 5000;
        break;
      case 'slow-drip':
        this.#outlet.drip(fault.bytes ?? 7, fault.gapMs ?? 5, fault.forMs ?? 2000);
        break;
      case 'cut-mid-line':
        this.#isCutting = true;
        break;
      case 'duplicate-response':
      case 'missing-response':
      case 'late-response':
        this.#responses.armed.arm(fault, fault.count);
        break;
      case 'out-of-order-responses':
        this.#responses.armed.arm(fault);
        break;
      case 'endless-list':
      case 'list-cancelled':
        this.#lists.armed.arm(fault);
        break;
      case 'permission-denied':
        this.#denials.arm(fault, fault.count);
        break;
      case 'unknown-response':
        this.#insert([toBytes(unknownResponse(fault))]);
        break;
      case 'garbage':
        this.#insert([garbage(fault)]);
        break;
      case 'invalid-utf8':
        this.#insert([toBytes(invalidUtf8())]);
        break;
      case 'endless-line':
        this.#insert(endlessLine(fault));
    }
  }

  send(data: Uint8Array | string): void {
    if (this.#isClosed || this.#isHalfOpen || this.#isEnding) return;
    if (this.#isMeddling) {
      const { whole, rest } = splitMessages(toText(data));
      for (const text of rest === '' ? whole : [...whole, rest]) this.#meddle(text);
    } else if (this.#outlet.isOpen) this.link.send(data);
    else this.#outlet.push([toBytes(data)]);
    const early = this.#early ?? [];
    this.#early = undefined;
    this.#outlet.push(early);
  }

  end(): void {
    if (this.#isClosed || this.#isHalfOpen || this.#isEnding) return;
    this.#isEnding = true;
    this.#outlet.push(this.#responses.flush().map(toBytes));
    this.#outlet.push([
      () => {
        this.#close();
        this.link.end();
      },
    ]);
  }

  destroy(): void {
    this.#close();
    this.link.destroy();
  }

  get #isMeddling(): boolean {
    return this.#isCutting || this.#lists.isArmed || this.#responses.isArmed;
  }

  /** Whether it matters what an action is called. */
  get #isChoosy(): boolean {
    return this.#lists.armed.isChoosy || this.#responses.armed.isChoosy;
  }

  #meddle(text: string): void {
    if (this.#isCutting) {
      const destroy = (): void => {
        this.destroy();
      };
      this.#outlet.push([toBytes(cutMidLine(text)), destroy]);
      return;
    }
    const message = readMessage(text);
    const action = this.#names.get(message.actionId ?? '');
    for (const step of this.#lists.take(text, action)) {
      const isResponse = step === text && !message.has('Event') && message.has('Response');
      const steps = isResponse ? this.#responses.take(text, action) : [step];
      this.#outlet.push(steps.map((one) => (typeof one === 'number' ? one : toBytes(one))));
    }
  }

  #insert(steps: Iterable<Step>): void {
    if (this.#early === undefined) this.#outlet.push(steps);
    else this.#early.push(...steps);
  }

  /** Lazy, so that an action is dealt with before the next one is looked at. */
  *#read(bytes: Uint8Array): Generator<Uint8Array> {
    if (!this.#isChoosy) this.#names.clear();
    const isCut = this.#isChoosy || !this.#denials.isEmpty || this.#slowLoginMs !== undefined;
    for (const { text, isAction } of this.#reader.take(toText(bytes), isCut)) {
      if (!isAction || this.#admits(text)) yield toBytes(text);
    }
  }

  /** Looks at an action that has come; returns whether the exchange shall see it. */
  #admits(text: string): boolean {
    const action = readMessage(text);
    const name = action.get('Action') ?? '';
    const { actionId } = action;
    if (/^login$/i.test(name) && this.#slowLoginMs !== undefined) {
      this.#outlet.pause(this.#slowLoginMs);
      this.#slowLoginMs = undefined;
    }
    if (this.#isChoosy && actionId !== undefined) this.#names.set(actionId, name);
    if (FREE.test(name) || this.#denials.take(name) === undefined) return true;
    const id = actionId === undefined ? '' : `ActionID: ${actionId}\r\n`;
    this.send(`Response: Error\r\n${id}Message: Permission denied\r\n\r\n`);
    return false;
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#forget();
    this.closed();
  }

  #forget(): void {
    this.#outlet.close();
    this.#responses.clear();
    this.#lists.clear();
    this.#denials.clear();
    this.#names.clear();
  }
}

function toText(data: Uint8Array | string): string {
  return typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
}

/** Strings have one character a byte; see {@link Link}. */
function toBytes(data: Uint8Array | string): Uint8Array {
  return typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
}
