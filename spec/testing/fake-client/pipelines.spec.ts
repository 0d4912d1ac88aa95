import {
  catchError,
  concat,
  filter,
  groupBy,
  map,
  mergeMap,
  of,
  switchMap,
  take,
  takeUntil,
  timer,
} from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiClient } from '../../../lib/index.js';
import { fakeClient } from '../../../lib/testing/fake-client/fake-client.js';
import { event } from '../../../lib/testing/marbles/event.js';
import { inShort } from '../../../lib/testing/marbles/in-short.js';
import { response } from '../../../lib/testing/marbles/response.js';
import { marbles } from '../../support/marbles.js';

/** Pops up who calls an agent, and what the database knows of the number. */
function screenPop(ami: AmiClient, agent: string): Observable<string> {
  return ami.event('AgentCalled').pipe(
    filter(({ Interface }) => Interface === agent),
    switchMap(({ CallerIDNum = 'nobody', Queue }) =>
      ami.list('DBGet', { Family: 'customers', Key: CallerIDNum }).pipe(
        map((entry) => `${entry.Val}, ${CallerIDNum}, for ${Queue}`),
        catchError(() => of(`${CallerIDNum}, for ${Queue}`)),
      ),
    ),
  );
}

/** Callers who have left a queue unanswered, and have not called again within a minute. */
function missedCalls(ami: AmiClient): Observable<string> {
  return ami.event('QueueCallerAbandon').pipe(
    groupBy(({ CallerIDNum = 'nobody' }) => CallerIDNum),
    mergeMap((abandons$) =>
      abandons$.pipe(
        switchMap(() => {
          const again$ = ami
            .event('QueueCallerJoin')
            .pipe(filter(({ CallerIDNum }) => CallerIDNum === abandons$.key));
          return timer(60_000).pipe(
            map(() => abandons$.key),
            takeUntil(again$),
          );
        }),
      ),
    ),
  );
}

const called = (caller: string, Interface = 'PJSIP/alice') =>
  event('AgentCalled', { Queue: 'support', Interface, CallerIDNum: caller });
const joins = (caller: string) =>
  event('QueueCallerJoin', { Queue: 'support', CallerIDNum: caller, Position: 1 });
const abandons = (caller: string) =>
  event('QueueCallerAbandon', { Queue: 'support', CallerIDNum: caller });

describe('A screen pop', () => {
  const letters = { j: called('5551'), o: called('5552', 'PJSIP/bob'), u: called('5553') };

  it('asks for the caller of its own agent, and takes the number where nobody is known', () => {
    marbles(({ hot, expectObservable, expectSubscriptions, flush }) => {
      const events$ = hot('-j-o-u-', letters);
      const { ami, actions } = fakeClient({
        events$,
        answers: {
          DBGet: (action) =>
            action.get('Key') === '5551'
              ? [event('DBGetResponse', { Family: 'customers', Key: '5551', Val: 'Jo Lee' })]
              : response('Error', { Message: 'Database entry not found' }),
        },
      });
      expectObservable(screenPop(ami, 'PJSIP/alice')).toBe('-j-----', {
        j: 'Jo Lee, 5551, for support',
      });
      expectSubscriptions(events$.subscriptions).toBe('^');
      flush();
      expect(actions.map(inShort())).toEqual([
        'DBGet Family=customers Key=5551',
        'DBGet Family=customers Key=5553',
      ]);
    });
  });

  it('drops the answer for a caller who has been followed by another', () => {
    marbles(({ hot, cold, expectObservable, expectSubscriptions }) => {
      const entry = event('DBGetResponse', { Val: 'Jo Lee' });
      const answer$ = cold('---e|', { e: [entry] });
      const { ami } = fakeClient({ events$: hot('-j-u---', letters), answers: { DBGet: answer$ } });
      expectObservable(screenPop(ami, 'PJSIP/alice')).toBe('------u', {
        u: 'Jo Lee, 5553, for support',
      });
      expectSubscriptions(answer$.subscriptions).toBe(['-^---!', '---^---!']);
    });
  });

  it('goes on with the next session', () => {
    marbles(({ hot, cold, expectObservable }) => {
      const entry = event('DBGetResponse', { Val: 'Jo Lee' });
      const fake = fakeClient({
        events$: hot('- 1s 500ms u', letters),
        answers: { DBGet: [entry] },
        reconnect: { initialDelayMs: 200 },
      });
      cold('- 1s x').subscribe(() => {
        fake.lose();
      });
      expectObservable(screenPop(fake.ami, 'PJSIP/alice')).toBe('- 1s 500ms u', {
        u: 'Jo Lee, 5553, for support',
      });
    });
  });
});

describe('A list of missed calls', () => {
  const letters = {
    j: joins('5551'),
    a: abandons('5551'),
    k: joins('5552'),
    b: abandons('5552'),
  };

  it('has a caller who does not call again within a minute, and no other', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const events$ = hot('jk 10s ab 20s j', letters);
      const { ami } = fakeClient({ events$ });
      expectObservable(missedCalls(ami)).toBe('-- 10s - 60s m', { m: '5552' });
      expectSubscriptions(events$.subscriptions).toBe('^');
    });
  });

  it('counts the minute anew for who gives up again', () => {
    marbles(({ hot, expectObservable }) => {
      const { ami } = fakeClient({ events$: hot('a 59s j 5s a', letters) });
      expectObservable(missedCalls(ami)).toBe('- 59s - 5s 60s m', { m: '5551' });
    });
  });
});

describe('A pipeline that waits for what its action does', () => {
  it('hears the event behind the response, as on a network', () => {
    marbles(({ expectObservable }) => {
      const paused = event('QueueMemberPause', { Interface: 'PJSIP/alice', Paused: 1 });
      const { ami } = fakeClient({ answers: { QueuePause: [response(), paused] } });
      const pause$ = concat(
        ami
          .request('QueuePause', { Interface: 'PJSIP/alice', Paused: true })
          .pipe(map(({ status }) => status)),
        ami.event('QueueMemberPause').pipe(
          map(({ Paused }) => (Paused ? 'paused' : 'not paused')),
          take(1),
        ),
      );
      expectObservable(pause$).toBe('(sp|)', { s: 'Success', p: 'paused' });
    });
  });
});
