import { filter, take } from 'rxjs';
import { connect } from '../client/index.js';
import type { AmiClient } from '../client/index.js';
import { AuthenticationError } from '../errors/index.js';
import type { Io } from './io.js';

/** A client, and whether it has ever been online. */
export interface ProvenClient {
  readonly ami: AmiClient;
  readonly isProven: () => boolean;
}

/**
 * A client whose first attempt decides: if that fails, so does the client, at once. Once it has
 * been online, losses are renewed for ever; only a refused login still ends it.
 */
export function openClient(url: string, { scheduler }: Io): ProvenClient {
  let wasOnline = false;
  const isProven = (): boolean => wasOnline;
  const ami = connect(url, {
    scheduler,
    reconnect: { isFinal: (error) => !isProven() || error instanceof AuthenticationError },
  });
  ami.status$
    .pipe(
      filter((status) => status.state === 'online'),
      take(1),
    )
    .subscribe(() => {
      wasOnline = true;
    });
  return { ami, isProven };
}
