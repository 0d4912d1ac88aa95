import { answered, liveCalls } from '../../../lib/live/index.js';
import type { Call } from '../../../lib/live/index.js';
import { Exchange, VirtualClock } from '../../../lib/testing/index.js';

/** Who answers whom, in order: `<who> <caller>`; and the last value of each call. */
function play(begin: (exchange: Exchange) => unknown) {
  const clock = new VirtualClock();
  const exchange = new Exchange({ scheduler: clock });
  const ami = exchange.connect();
  const answers: string[] = [];
  const last = new Map<string, Call>();
  const { changes$ } = liveCalls(ami);
  changes$.subscribe(({ key, value }) => {
    if (value !== undefined) last.set(key, value);
  });
  changes$.pipe(answered()).subscribe(({ caller, callee, answer }) => {
    answers.push(`${String(answer?.party.name)} ${String(caller.number)}`);
    if (callee !== undefined) expect(answer?.party).toEqual(callee);
  });
  clock.advance(1000);
  begin(exchange);
  clock.advance(60_000);
  ami.close();
  void exchange.close();
  return { answers, calls: [...last.values()] };
}

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
    expect(play(begin).answers).toEqual(expected);
  });

  it('tells how long somebody was on hold, of the time that they talk', () => {
    const { calls } = play((exchange) =>
      toAlice(exchange).hold().wait(2000).unhold().wait(1000).hold().wait(500).hangUp(),
    );
    expect(calls[0]).toMatchObject({ talkMs: 6500, heldMs: 2500, heldSince: undefined });
  });
});
