import {
  concat,
  defer,
  EMPTY,
  endWith,
  finalize,
  merge,
  of,
  switchMap,
  takeWhile,
  tap,
  throwError,
  timeout,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { ConnectError, isAmiError } from '../errors/index.js';
import type { AmiError } from '../errors/index.js';
import { describeAddress } from '../transport/index.js';
import { AmiSession } from './ami-session.js';
import { keepAlive } from './keep-alive.js';
import { logIn } from './login.js';
import type { BootMemory } from './login.js';
import { MessageHub } from './message-hub.js';
import type { SessionOptions } from './options.js';
import { resolveSettings } from './settings.js';
import type { Settings } from './settings.js';
import type { Status } from './status.js';
import { traceStatus } from './trace.js';

/** @internal What a client lends to each of its sessions. */
export interface SessionHost {
  readonly hub: MessageHub;
  readonly memory: BootMemory;
  /** Called when the greeting has come. */
  greeted(): void;
}

/**
 * One session: dials, logs in, and emits the session when it is online. For programs that do
 * something once, or that renew sessions by a policy of their own; `connect` does that for you.
 *
 * Cold: each subscription dials. It emits once, completes when the session has ended by `end()` or
 * a Logoff, and errors with `ConnectError`, `AuthenticationError`, `ConnectionLostError`,
 * `ProtocolError` or, for a refused filter, `ActionError`. Unsubscribing closes the connection;
 * pending actions fail with `ClosedError`.
 *
 * @example
 * ```ts
 * import { switchMap, take } from 'rxjs';
 * import { openSession } from 'rxjs-ami';
 *
 * openSession('admin:secret@localhost')
 *   .pipe(
 *     switchMap((session) => session.request('CoreStatus')),
 *     take(1), // and close the connection
 *   )
 *   .subscribe({ next: console.log, error: console.error });
 * ```
 */
export function openSession(
  target: string | SessionOptions,
  options?: SessionOptions,
): Observable<AmiSession> {
  return defer(() => {
    const settings = resolveSettings(target, options);
    const hub = new MessageHub();
    const tell = (status: Status): void => {
      traceStatus(settings.address, status);
    };
    tell({ state: 'connecting', attempt: 1 });
    const greeted = (): void => {
      tell({ state: 'authenticating', attempt: 1 });
    };
    return runSession(settings, { hub, memory: { seen: false }, greeted }).pipe(
      tap({
        next: ({ version }) => {
          tell({ state: 'online', attempt: 1, version });
        },
        error: (error: unknown) => {
          tell(isAmiError(error) ? { state: 'closed', cause: error } : { state: 'closed' });
          hub.fail(error);
        },
        complete: () => {
          tell({ state: 'closed' });
        },
        unsubscribe: () => {
          tell({ state: 'closed' });
        },
        finalize: () => {
          hub.complete();
        },
      }),
    );
  });
}

/** @internal One session whose streams belong to somebody else. */
export function runSession(settings: Settings, host: SessionHost): Observable<AmiSession> {
  return defer(() => {
    const session = dialSession(settings, host.hub);
    let cause: AmiError | undefined;
    const life =
      settings.keepAlive === false
        ? []
        : [keepAlive(session, settings.keepAlive, settings.scheduler)];
    const online$ = defer(() => {
      session.setOnline();
      return of(session);
    });
    return merge(
      session.read().pipe(endWith(undefined)),
      concat(
        greet(session, settings, host),
        logIn(session, settings, host.memory),
        online$,
        ...life,
      ),
    ).pipe(
      takeWhile((value) => value !== undefined),
      tap({
        error: (error: unknown) => {
          if (isAmiError(error)) cause = error;
        },
      }),
      finalize(() => {
        session.dispose(cause);
      }),
    );
  });
}

function dialSession(settings: Settings, hub: MessageHub): AmiSession {
  try {
    return new AmiSession(settings, hub);
  } catch (cause) {
    const where = describeAddress(settings.address);
    throw new ConnectError(`The transport made no connection to ${where}`, 'dial', { cause });
  }
}

function greet(session: AmiSession, settings: Settings, host: SessionHost): Observable<never> {
  const { address, connectTimeoutMs, scheduler } = settings;
  return session.greeted$.pipe(
    timeout({
      first: connectTimeoutMs,
      scheduler,
      with: () =>
        throwError(() => {
          const text = `${describeAddress(address)} sent no greeting within ${connectTimeoutMs} ms`;
          return new ConnectError(text, 'greeting');
        }),
    }),
    switchMap(() => {
      host.greeted();
      return EMPTY;
    }),
  );
}
