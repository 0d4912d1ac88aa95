import { filter, map, scan } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Status } from '../../client/index.js';
import { toStatusText } from '../status-text.js';

/** What a status stream says after the first session: losses, and that they are mended. */
export function tellLosses(statuses: Observable<Status>): Observable<string> {
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
  );
}
