import { filter, firstValueFrom, lastValueFrom, timeout, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiClient, Status } from '../../../lib/index.js';

const timeoutMs = 20_000;

/** The first value that is as wanted, from now on; fails when none comes in time. */
export function next<T>(source: Observable<T>, wanted: (value: T) => boolean = () => true) {
  return firstValueFrom(source.pipe(filter(wanted), timeout(timeoutMs)));
}

/** All values, once the source has completed. */
export function all<T>(source: Observable<T>): Promise<T[]> {
  return lastValueFrom(source.pipe(toArray(), timeout(timeoutMs)));
}

/** The error of that class with which the source ends. */
export async function errorOf<E>(
  source: Observable<unknown>,
  type: abstract new (...args: never[]) => E,
): Promise<E> {
  const error = await all(source).then(
    (values) => new Error(`It completed, with ${values.length} values`),
    (reason: unknown) => reason,
  );
  if (error instanceof type) return error;
  throw error;
}

/** Where the client stands, once it stands there. */
export async function untilStatus<S extends Status['state']>(
  client: AmiClient,
  state: S,
): Promise<Extract<Status, { state: S }>> {
  const status = await next(client.status$, (one) => one.state === state || one.state === 'closed');
  if (isState(status, state)) return status;
  throw new Error(`The client is closed, and will never be ${state}`, {
    cause: status.state === 'closed' ? status.cause : undefined,
  });
}

function isState<S extends Status['state']>(
  status: Status,
  state: S,
): status is Extract<Status, { state: S }> {
  return status.state === state;
}
