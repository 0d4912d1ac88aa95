import { filter, ignoreElements, map, scan, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Status } from '../../client/index.js';
import type { Io } from '../io.js';
import { toStatusText } from '../status-text.js';

/** Tells on stderr what a status stream says after the first session: losses, and that they are mended. */
export function tellLosses(statuses: Observable<Status>, { stderr }: Io): Observable<never> {
  return statuses.pipe(
    scan(
      ({ wasLost }: { wasLost: boolean; text: string | undefined }, status) => {
        if (status.state === 'waiting') return { wasLost: true, text: toStatusText(status) };
        const isBack = wasLost && status.state === 'online';
        return { wasLost: wasLost && !isBack, text: isBack ? 'Connected again' : undefined };
      },
      { wasLost: false, text: undefined },
    ),
    map(({ text }) => text),
    filter((text) => text !== undefined),
    tap((text) => {
      stderr.write(`rxjs-ami: ${text}\n`);
    }),
    ignoreElements(),
  );
}
