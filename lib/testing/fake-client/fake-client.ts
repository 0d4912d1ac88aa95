import { asyncScheduler, EMPTY, endWith, ignoreElements, takeUntil } from 'rxjs';
import type { Observable } from 'rxjs';
import { connect } from '../../client/index.js';
import type { AmiClient } from '../../client/index.js';
import type { Message } from '../../wire/index.js';
import { FarEnd } from './far-end.js';
import type { FakeClientOptions, Refusal } from './fake-client-options.js';

/** What {@link fakeClient} makes; its members may be taken apart. */
export interface FakeClient {
  /** The client, for what is to be tested. */
  readonly ami: AmiClient;
  /** The actions that were sent so far, in all sessions, logins left out. */
  readonly actions: readonly Message[];
  /**
   * The actions as they are sent, logins left out: hot. Completes when the client is closed, and never
   * errors.
   */
  readonly actions$: Observable<Message>;
  /** Lets events happen, one after the other; they are lost where there is no session. */
  readonly emit: (...events: readonly Message[]) => void;
  /**
   * Breaks the connection. The client comes back as its `reconnect` says: by default after a second,
   * and where that fails after two more, four …
   *
   * @param cause - What the socket says; by default that the peer has reset it.
   */
  readonly lose: (cause?: unknown) => void;
  /**
   * From now on, refuses connections, as where nothing listens (`'dial'`, the default), or logins, as
   * for a wrong secret (`'login'`), which by default ends the client. The present session goes on until
   * you `lose` it.
   */
  readonly refuse: (what?: Refusal) => void;
  /** From now on, refuses nothing. */
  readonly accept: () => void;
}

/**
 * A client for pipelines that need no exchange: the real one, on a connection within the process, at
 * the far end of which you say what happens.
 *
 * It is online when it is there. What you `emit` has been heard when that returns; an action is sent at
 * once, and answered in the next turn of the scheduler: in virtual time that is the same frame. There
 * are no sockets, and no timers but those of `scheduler`, which by itself is virtual within
 * `TestScheduler.run`. `close()` the client when done.
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from 'node:assert';
 * import { map } from 'rxjs';
 * import { TestScheduler } from 'rxjs/testing';
 * import { event, fakeClient } from 'rxjs-ami/testing';
 *
 * new TestScheduler(deepStrictEqual).run(({ hot, expectObservable }) => {
 *   const join = event('QueueCallerJoin', { Queue: 'support', CallerIDNum: '5551234' });
 *   const { ami } = fakeClient({ events$: hot('--j', { j: join }) });
 *   const waiting$ = ami.event('QueueCallerJoin').pipe(map((caller) => caller.CallerIDNum));
 *   expectObservable(waiting$).toBe('--w', { w: '5551234' });
 * });
 * ```
 *
 * @example
 * ```ts
 * import { fakeClient, inShort, response } from 'rxjs-ami/testing';
 *
 * const { ami, actions } = fakeClient({
 *   answers: { QueuePause: response('Success', { Message: 'Interface paused successfully' }) },
 * });
 * ami.request('QueuePause', { Interface: 'PJSIP/alice', Paused: true }).subscribe(({ message }) => {
 *   console.log(message); // Interface paused successfully
 *   ami.close();
 * });
 * console.log(actions.map(inShort())); // [ 'QueuePause Interface=PJSIP/alice Paused=yes' ]
 * ```
 */
export function fakeClient(options: FakeClientOptions = {}): FakeClient {
  const { answers = {}, events$ = EMPTY, refuses, scheduler = asyncScheduler, ...others } = options;
  const far = new FarEnd(answers, scheduler);
  far.refusal = refuses;
  const ami = connect({
    username: 'fake',
    secret: 'fake',
    auth: 'plain',
    keepAlive: false,
    ...others,
    scheduler,
    transport: () => far.dial(),
    reconnect: others.reconnect === false ? false : { jitter: 'none', ...others.reconnect },
  });
  far.open();
  const closed$ = ami.status$.pipe(ignoreElements(), endWith(undefined));
  const fake: FakeClient = {
    ami,
    actions: far.actions,
    actions$: far.actions$.pipe(takeUntil(closed$)),
    emit: (...events) => {
      for (const one of events) far.send(one);
    },
    lose: (cause) => {
      far.break(cause);
    },
    refuse: (what = 'dial') => {
      far.refusal = what;
    },
    accept: () => {
      far.refusal = undefined;
    },
  };
  events$.pipe(takeUntil(closed$)).subscribe({
    next: (given) => {
      fake.emit(...('lines' in given ? [given] : given));
    },
    error: fake.lose,
  });
  return fake;
}
