import { map, take } from 'rxjs';
import { liveOf, stateOf } from '../../../lib/live/core/live-of.js';
import { marbles } from '../../support/marbles.js';
import { marbleClient } from './marble-client.js';
import { doorKind, lampKind } from './things.js';

/** A state by its letter: `s`yncing, `l`ive, st`a`le. */
const letter = (state: string): string => (state === 'stale' ? 'a' : state.charAt(0));

describe('A live state in marbles', () => {
  it('has one subscription to the events, from its first subscriber to its last', () => {
    marbles((helpers) => {
      const first = '   ^----!      ';
      const expected = 'sl          ';
      const second = '  --^-------! ';
      const later = '   --sl        ';
      const listened = '^---------! ';
      const { ami, events$ } = marbleClient(helpers, { lists: ['-(l|)'] });
      const lamps$ = liveOf(ami, lampKind).state$.pipe(map(letter));
      const doors$ = liveOf(ami, doorKind).state$.pipe(map(letter));
      helpers.expectObservable(lamps$, first).toBe(expected);
      helpers.expectObservable(doors$, second).toBe(later);
      helpers.expectSubscriptions(events$.subscriptions).toBe(listened);
    });
  });

  it('holds back what comes before the list, and goes on with the events', () => {
    marbles((helpers) => {
      const events = '  -a-----b-x-z-- ';
      const list = '    ---(l|)       ';
      const unsub = '   -------------!';
      const expected = '---(al)b-x-z--';
      const { ami, lists: played } = marbleClient(helpers, { events, lists: [list] });
      const words$ = liveOf(ami, lampKind).changes$.pipe(
        map(({ key, value }) => (value === undefined ? 'z' : value === 'off' ? 'x' : key)),
      );
      helpers.expectObservable(words$, unsub).toBe(expected);
      helpers.expectSubscriptions(played[0]?.subscriptions ?? []).toBe('^--!');
    });
  });

  it('no longer waits for a list when the last subscriber leaves, and begins anew', () => {
    marbles((helpers) => {
      const first = '   ^-!            ';
      const expected = 's              ';
      const second = '  -----^------!  ';
      const later = '   -----s---l    ';
      const listened = ['^-!', '-----^------!'];
      const asked = ['   ^-!', '-----^---!'];
      const { ami, events$, lists: played } = marbleClient(helpers, { lists: ['----(l|)'] });
      const state$ = liveOf(ami, lampKind).state$.pipe(map(letter));
      helpers.expectObservable(state$, first).toBe(expected);
      helpers.expectObservable(state$, second).toBe(later);
      helpers.expectSubscriptions(events$.subscriptions).toBe(listened);
      helpers.expectSubscriptions(played[0]?.subscriptions ?? []).toBe(asked);
    });
  });

  it('is asked for anew with each session, and gives up the list of a lost one', () => {
    marbles((helpers) => {
      const status = '  w-o----w-o-w-o---- ';
      const lists = ['    --(l|)', '--(l|)', '--(l|)'];
      const unsub = '   ------------------!';
      const expected = 's---l--a-s-a-s-l--';
      const asked = ['  --^-!', '---------^-!', '-------------^-!'];
      const { ami, events$, lists: played } = marbleClient(helpers, { status, lists });
      const state$ = liveOf(ami, lampKind).state$.pipe(map(letter));
      helpers.expectObservable(state$, unsub).toBe(expected);
      played.forEach(({ subscriptions }, i) => {
        helpers.expectSubscriptions(subscriptions).toBe(asked[i] ?? '');
      });
      helpers.expectSubscriptions(events$.subscriptions).toBe('^-----------------!');
    });
  });

  it('has no values but after the list, and then one in 100 ms', () => {
    marbles((helpers) => {
      const events = '  -a---b 50ms x 10ms z 200ms a';
      const list = '    --(l|)                       ';
      const unsub = '   500ms !                      ';
      const expected = '--2 99ms 2 165ms 3';
      const { ami } = marbleClient(helpers, { events, lists: [list] });
      const size$ = liveOf(ami, lampKind).values$.pipe(map(({ size }) => String(size)));
      helpers.expectObservable(size$, unsub).toBe(expected);
    });
  });

  it('is live together with others when all of them are, and stale when one is', () => {
    marbles((helpers) => {
      const status = '  o------w--o---- ';
      const lists = ['    -(l|)', '---|', '--(l|)', '-|'];
      const unsub = '   ---------------!';
      const expected = 's--l---a--s-l--';
      const { ami, events$ } = marbleClient(helpers, { status, lists });
      const state$ = stateOf(ami, [lampKind, doorKind]).pipe(map(letter));
      helpers.expectObservable(state$, unsub).toBe(expected);
      helpers.expectSubscriptions(events$.subscriptions).toBe('^--------------!');
    });
  });

  it('is left when only the first word about several was wanted', () => {
    marbles((helpers) => {
      const { ami, events$ } = marbleClient(helpers, { lists: ['-(l|)'] });
      const state$ = stateOf(ami, [lampKind, doorKind]).pipe(take(1), map(letter));
      helpers.expectObservable(state$).toBe('(s|)');
      helpers.expectSubscriptions(events$.subscriptions).toBe([]);
    });
  });
});
