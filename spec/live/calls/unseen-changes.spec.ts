import { from } from 'rxjs';
import { answered, liveCalls, missed, ringing } from '../../../lib/live/index.js';
import type { Call, Change } from '../../../lib/live/index.js';
import { Exchange, VirtualClock } from '../../../lib/testing/index.js';
import type { CallScript } from '../../../lib/testing/index.js';
import { watch } from '../../support/watch.js';

/** The changes of calls of which nothing was heard for a while: from `lostAt` on, for half a minute. */
function changesOf(begin: (exchange: Exchange) => CallScript, lostAt: number): Change<Call>[] {
  const clock = new VirtualClock();
  const exchange = new Exchange({ scheduler: clock });
  const ami = exchange.connect();
  const changes: Change<Call>[] = [];
  liveCalls(ami).changes$.subscribe((change) => changes.push(change));
  clock.advance(1000);
  begin(exchange);
  clock.advance(lostAt);
  exchange.faults.inject({ kind: 'half-open' });
  clock.advance(200_000);
  ami.close();
  void exchange.close();
  return changes;
}

const call = (exchange: Exchange): CallScript =>
  exchange.call({ from: '2025550123', to: 'alice' }).wait(2000).answer();
const bob = { number: '1002', name: 'Bob' };

describe('a call of which nothing was heard for a while', () => {
  it.each<[string, (exchange: Exchange) => CallScript, number, string[]]>([
    ['is answered', (exchange) => call(exchange).wait(100_000).hangUp(), 900, ['Alice']],
    [
      'is answered by a member of a queue',
      (exchange) =>
        exchange.queue('support').join('2025550123').wait(2000).answer().wait(100_000).hangUp(),
      900,
      ['Carol'],
    ],
    [
      'is transferred',
      (exchange) => call(exchange).wait(3000).transfer('bob').answer().wait(100_000).hangUp(),
      4000,
      ['Alice', 'Bob'],
    ],
    [
      'is fetched from a parking lot',
      (exchange) =>
        call(exchange).wait(1000).park().wait(8000).retrieve('bob').wait(90_000).hangUp(),
      4000,
      ['Alice', 'Bob'],
    ],
  ])('%s: it is known who talks', (_, begin, lostAt, expected) => {
    const change$ = from(changesOf(begin, lostAt));
    const answers = watch(change$.pipe(answered())).values;
    expect(answers.map(({ answer }) => answer?.party.name)).toEqual(expected);
    expect(answers.map(({ callee }) => callee?.name)).toEqual(expected);
    expect(watch(change$.pipe(missed())).values).toEqual([]);
    const { values } = watch(change$);
    const last = values.flatMap(({ value }) => value ?? []).at(-1);
    expect(last).toMatchObject({ state: 'ended', result: 'answered', parking: undefined });
    // It rings no more when it is over.
    expect(watch(change$.pipe(ringing())).values.length).toBeLessThanOrEqual(expected.length);
  });

  it('tells nothing anew that was known', () => {
    const begin = (exchange: Exchange) =>
      call(exchange).wait(3000).transfer('bob').answer().wait(100_000).hangUp();
    const change$ = from(changesOf(begin, 10_000));
    const answers = watch(change$.pipe(answered())).values;
    expect(answers.map(({ answer }) => answer?.party)).toEqual([
      { number: '1001', name: 'Alice' },
      bob,
    ]);
  });
});

it('with whom somebody talks, who did so before, the list of the channels tells', () => {
  const clock = new VirtualClock();
  const exchange = new Exchange({ scheduler: clock });
  call(exchange).wait(100_000).hangUp();
  clock.advance(5000);
  const ami = exchange.connect();
  const calls = liveCalls(ami);
  calls.changes$.subscribe();
  clock.advance(1000);
  expect([...calls.current.values()]).toMatchObject([
    { caller: { number: '2025550123' }, callee: { number: '1001', name: 'Alice' } },
  ]);
  ami.close();
  void exchange.close();
});
