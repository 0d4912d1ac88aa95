import { merge, NEVER, of, take, tap, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import { parseMask } from '../class-mask.js';
import { malformed } from '../event-filter.js';
import type { ManagerAction } from '../manager-action.js';
import type { Request } from '../request.js';

const events: ManagerAction = {
  name: 'Events',
  privilege: [],
  synopsis: 'Control Event Flow.',
  run: (request) => {
    const mask = parseMask(request.get('EventMask'));
    if (mask === undefined) {
      request.fail('Invalid event mask');
      return;
    }
    request.session.eventMask = mask;
    request.respond('Success', { Events: mask === 0 ? 'Off' : 'On' });
  },
};

const filter: ManagerAction = {
  name: 'Filter',
  privilege: ['system'],
  synopsis: 'Dynamically add filters for the current manager session.',
  run: (request) => {
    if (request.get('Operation').toLowerCase() !== 'add') {
      request.fail('Unknown operation');
      return;
    }
    const pattern = request.get('Filter');
    // 16 knows no criteria, and takes an empty pattern for one that all events match.
    const isOld = request.pbx.version === '16';
    const criteria = isOld ? '' : request.get('MatchCriteria');
    const isNone = !isOld && criteria === '' && /^!?$/.test(pattern);
    const fault = isNone ? malformed : request.session.filters.add(criteria, pattern);
    if (fault === undefined) request.succeed('Success');
    else request.fail(fault);
  },
};

const waitEvent: ManagerAction = {
  name: 'WaitEvent',
  privilege: [],
  synopsis: 'Wait for an event to occur.',
  run: (request) => awaitEvent(request),
};

/** On a connection, what the client sends next ends the wait as well. */
function awaitEvent(request: Request): Observable<unknown> {
  const { session, pbx } = request;
  const given = request.get('Timeout');
  const seconds = /^\s*-?\d+/.test(given) ? Number.parseInt(given, 10) : -1;
  const timeout$ = seconds < 0 ? NEVER : timer(seconds * 1000, pbx.scheduler);
  const wait$ = session.hasEvents ? of(undefined) : merge(session.activity$, timeout$);
  return wait$.pipe(
    take(1),
    tap(() => {
      request.succeed('Waiting for Event completed.');
      session.flush();
      request.sendEvent('WaitEventComplete');
    }),
  );
}

/** Which events a session gets. */
export const eventActions: readonly ManagerAction[] = [events, filter, waitEvent];
