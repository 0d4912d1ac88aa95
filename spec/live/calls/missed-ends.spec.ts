import type { ConnectOptions, EventFilter } from '../../../lib/client/index.js';
import { liveCalls } from '../../../lib/live/index.js';
import type { Call } from '../../../lib/live/index.js';
import { Exchange, VirtualClock } from '../../../lib/testing/index.js';

const clock = new VirtualClock();
let exchange: Exchange;
let begunAt: number;

/** A call in which people talk for ten seconds; its last value. */
function lastValueAfter(trouble: () => void, options?: ConnectOptions): Call | undefined {
  const ami = exchange.connect(options);
  let last: Call | undefined;
  liveCalls(ami).changes$.subscribe(({ value }) => (last = value ?? last));
  clock.advance(1000);
  begunAt = clock.now();
  exchange.call({ from: '2025550123', to: 'alice' }).answer().wait(10_000).hangUp();
  clock.advance(4000);
  trouble();
  clock.advance(120_000);
  ami.close();
  return last;
}

/** How a call has ended, in milliseconds since its beginning. */
function endOf(call: Call | undefined) {
  const { result, endedAt = NaN, lastSeenAt, talkMs } = call as Call;
  const seen = lastSeenAt === undefined ? undefined : lastSeenAt - begunAt;
  return { result, endedAt: Math.round((endedAt - begunAt) / 1000), lastSeenAt: seen, talkMs };
}

beforeEach(() => {
  exchange = new Exchange({ scheduler: clock });
});

afterEach(() => exchange.close());

describe('a call whose end was not seen', () => {
  it('was there until the exchange went down', () => {
    const call = lastValueAfter(() => {
      exchange.restart({ downMs: 20_000 });
    });
    expect(endOf(call)).toMatchObject({ result: 'answered', lastSeenAt: 4000 });
    expect(call?.endedAt).toBeGreaterThan(begunAt + 20_000);
  });

  it('was there when something was last heard before the session was lost', () => {
    const call = lastValueAfter(() => {
      exchange.faults.inject({ kind: 'refuse', connections: 8 });
      exchange.faults.inject({ kind: 'reset' });
    });
    expect(endOf(call)).toMatchObject({ result: 'answered', lastSeenAt: 0 });
  });

  it('was there when it was last looked for what is lost', () => {
    // The exchange tells of no channel that goes, nor that one leaves a bridge.
    const filters = ['Hangup', 'BridgeLeave', 'BridgeDestroy'].map((name): EventFilter => {
      return { action: 'exclude', name };
    });
    const call = lastValueAfter(() => undefined, { filters });
    expect(endOf(call)).toEqual({
      result: 'answered',
      // Nothing was heard of it since it was answered, and nothing had been looked for.
      lastSeenAt: 0,
      endedAt: 61,
      talkMs: 61_000,
    });
  });
});

it('a call that ends after a lost session was renewed has been seen to', () => {
  const call = lastValueAfter(() => {
    exchange.faults.inject({ kind: 'reset' });
  });
  expect(endOf(call)).toMatchObject({ result: 'answered', lastSeenAt: undefined, endedAt: 10 });
});
