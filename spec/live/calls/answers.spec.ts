import { from } from 'rxjs';
import { answered } from '../../../lib/live/index.js';
import type { Exchange } from '../../../lib/testing/index.js';
import { watch } from '../../support/watch.js';
import { changesOf, valuesOf } from './simulated-calls.js';

const toAlice = (exchange: Exchange) =>
  exchange.call({ from: '2025550123', to: 'alice' }).wait(1000).answer().wait(3000);

describe('a call is answered', () => {
  it.each<[string, (exchange: Exchange) => unknown, string[]]>([
    ['by who is dialled', (exchange) => toAlice(exchange).hangUp(), ['Alice 2025550123']],
    [
      'by a member of a queue, and not by the exchange',
      (exchange) => exchange.queue('support').join('2025550123').wait(1000).answer(),
      ['Carol 2025550123'],
    ],
    [
      'once more by whom it is transferred to',
      (exchange) => toAlice(exchange).transfer('bob').answer().wait(1000).hangUp(),
      ['Alice 2025550123', 'Bob 2025550123'],
    ],
    [
      'once more by a member of a queue that it is transferred to',
      (exchange) => toAlice(exchange).transfer('2001').answer().wait(1000).hangUp(),
      ['Alice 2025550123', 'Carol 2025550123'],
    ],
    [
      'once more by who fetches it from a parking lot',
      (exchange) => toAlice(exchange).park().retrieve('bob').wait(1000).hangUp(),
      ['Alice 2025550123', 'Bob 2025550123'],
    ],
    [
      'by who is consulted, once in the consultation, and once when that is over',
      (exchange) => toAlice(exchange).consult('bob').answer().wait(1000).complete().wait(1000),
      ['Alice 2025550123', 'Bob 1001', 'Bob 2025550123'],
    ],
    [
      'by who picks it up',
      (exchange) => exchange.call({ from: '2025550123', to: 'alice' }).wait(1000).pickUp('bob'),
      ['Bob 2025550123'],
    ],
    [
      'not by a menu',
      (exchange) => exchange.call({ from: '2025550123', to: '5000' }).wait(1000).hangUp(),
      [],
    ],
  ])('%s', (_, begin, expected) => {
    const calls = watch(from(changesOf(begin)).pipe(answered())).values;
    const answers = calls.map(({ caller, answer }) => `${answer?.party.name} ${caller.number}`);
    expect(answers).toEqual(expected);
    expect(calls.map(({ answer }) => answer?.party)).toEqual(calls.map(({ callee }) => callee));
  });

  it('tells how long somebody was on hold, of the time that they talk', () => {
    const calls = valuesOf((exchange) =>
      toAlice(exchange).hold().wait(2000).unhold().wait(1000).hold().wait(500).hangUp(),
    );
    expect(calls.at(-1)).toMatchObject({ talkMs: 6500, heldMs: 2500, heldSince: undefined });
  });
});
