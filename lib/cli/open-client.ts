import { filter, firstValueFrom, map, merge, of, take, timeout } from 'rxjs';
import { connect } from '../client/index.js';
import type { AmiClient } from '../client/index.js';
import { AuthenticationError } from '../errors/index.js';
import type { Io } from './io.js';

// How long a server may take to answer the Logoff.
const FAREWELL_MS = 2000;

/**
 * A client whose first attempt decides: if that fails, so does the client, at once. Once it has
 * been online, losses are renewed for ever; only a refused login still ends it.
 */
export function openClient(url: string, { scheduler }: Io): AmiClient {
  let wasOnline = false;
  const ami = connect(url, {
    scheduler,
    reconnect: { isFinal: (error) => !wasOnline || error instanceof AuthenticationError },
  });
  ami.status$
    .pipe(
      filter((status) => status.state === 'online'),
      take(1),
    )
    .subscribe(() => {
      wasOnline = true;
    });
  return ami;
}

/** Logs off and closes; a second signal, or a server that does not answer, cuts it short. */
export async function closeClient(ami: AmiClient, { scheduler, signals$ }: Io): Promise<void> {
  const impatient = signals$.pipe(map(() => undefined));
  await firstValueFrom(
    merge(ami.end(), impatient).pipe(
      take(1),
      timeout({ first: FAREWELL_MS, scheduler, with: () => of(undefined) }),
    ),
    { defaultValue: undefined },
  );
  ami.close();
}

