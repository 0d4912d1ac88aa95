import { finalize, ignoreElements, map, merge, of, take, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiConnection } from '../client/index.js';
import type { Io } from './io.js';

// How long a server may take to answer the Logoff.
const FAREWELL_MS = 2000;

/**
 * Logs off and closes, then completes; a signal, or a server that does not answer, cuts it short.
 */
export function logOff(ami: AmiConnection, { scheduler, signals$ }: Io): Observable<never> {
  return merge(ami.end(), signals$.pipe(map(() => undefined))).pipe(
    take(1),
    timeout({ first: FAREWELL_MS, scheduler, with: () => of(undefined) }),
    finalize(() => {
      ami.close();
    }),
    ignoreElements(),
  );
}
