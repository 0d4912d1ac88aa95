import {
  catchError,
  concat,
  defer,
  EMPTY,
  ignoreElements,
  map,
  of,
  race,
  shareReplay,
  switchMap,
  take,
  tap,
  throwError,
  timeout,
  timer,
  using,
} from 'rxjs';
import type { Observable } from 'rxjs';
import { ConnectError } from '../errors/index.js';
import type { AmiSession } from './ami-session.js';
import { knowsAdvancedFilters, writeFilter } from './event-filter.js';
import { admits, writeEventMask } from './event-mask.js';
import { loadCrypto } from './load-crypto.js';
import { explainRefusal } from './login-refusal.js';
import type { Credentials, Settings } from './settings.js';

// A server that restarts with many modules; only waited for if the event is known to come.
const LONG_BOOT_MS = 120_000;

/** What a client remembers from one session to the next. */
export interface BootMemory {
  /** Whether this user has ever been sent `FullyBooted`. */
  seen: boolean;
}

/**
 * Logs in, waits until the server is fully booted, and sets the filters; completes when the session
 * may be used. Without credentials it completes at once.
 */
export function logIn(
  session: AmiSession,
  settings: Settings,
  memory: BootMemory,
): Observable<never> {
  const { credentials } = settings;
  if (credentials === undefined) return EMPTY;
  const seen$ = session.event('FullyBooted').pipe(
    take(1),
    tap(() => {
      memory.seen = true;
    }),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
  const steps$ = concat(
    authenticate(session, settings, credentials),
    booted(session, settings, memory, seen$),
    setFilters(session, settings),
  );
  // It is listened to from the beginning: whatever lies in between may change their order.
  return using(
    // That a session fails is told by the steps.
    () => seen$.subscribe({ error: () => undefined }),
    () => steps$.pipe(ignoreElements()),
  );
}

function authenticate(
  session: AmiSession,
  { events, encoding, loginTimeoutMs, scheduler }: Settings,
  { username, secret, auth }: Credentials,
): Observable<unknown> {
  const proof$: Observable<Record<string, string>> =
    auth === 'plain'
      ? of({ Secret: secret })
      : session.request('Challenge', { AuthType: 'MD5' }).pipe(
          map((response) => ({
            AuthType: 'MD5',
            Key: loadCrypto()
              .createHash('md5')
              .update(Buffer.from((response.get('Challenge') ?? '') + secret, encoding))
              .digest('hex'),
          })),
        );
  const mask = writeEventMask(events);
  return proof$.pipe(
    switchMap((fields) =>
      session.request('Login', { Username: username, ...fields, Events: mask }),
    ),
    timeout({
      first: loginTimeoutMs,
      scheduler,
      with: () =>
        throwError(
          () => new ConnectError(`The login was not answered within ${loginTimeoutMs} ms`, 'login'),
        ),
    }),
    catchError((error: unknown) => throwError(() => explainRefusal(error))),
  );
}

/** Waits for `FullyBooted`, which follows the login where the user may see it. */
function booted(
  session: AmiSession,
  { events, bootTimeoutMs, scheduler }: Settings,
  memory: BootMemory,
  seen$: Observable<unknown>,
): Observable<unknown> {
  if (!admits(events, 'system')) return EMPTY;
  return defer(() => {
    const waitMs = memory.seen ? Math.max(bootTimeoutMs, LONG_BOOT_MS) : bootTimeoutMs;
    const unseen$ = timer(waitMs, scheduler).pipe(
      tap(() => {
        session.report({
          type: 'boot-unconfirmed',
          text:
            `No FullyBooted within ${waitMs} ms of the login: the user lacks the system read ` +
            'class (then set bootTimeoutMs to 0), or the server is still loading modules',
        });
      }),
    );
    return race(seen$, unseen$);
  });
}

/** Sets the filters one after the other, in the syntax that the server understands. */
function setFilters(session: AmiSession, { filters }: Settings): Observable<unknown> {
  if (filters.length === 0) return EMPTY;
  return defer(() => {
    const { version } = session;
    const isOpen = !knowsAdvancedFilters(version) && filters.some((one) => typeof one !== 'string');
    const asteriskVersion$ = isOpen ? askVersion(session) : of('');
    return asteriskVersion$.pipe(
      map((asteriskVersion) => knowsAdvancedFilters(version, asteriskVersion)),
      switchMap((advanced) =>
        concat(...filters.map((one) => session.request('Filter', writeFilter(one, advanced)))),
      ),
    );
  });
}

/** Empty where the user may not ask: the old syntax works everywhere. */
function askVersion(session: AmiSession): Observable<string> {
  return session.request('CoreSettings').pipe(
    map((response) => response.get('AsteriskVersion') ?? ''),
    catchError(() => of('')),
  );
}
