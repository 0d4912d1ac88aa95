import { TestScheduler } from 'rxjs/testing';
import { AuthenticationError, ConnectError } from '../../lib/index.js';
import type { Status } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';

const inVirtualTime = (body: (exchange: FakeExchange, scheduler: TestScheduler) => void): void => {
  const scheduler = new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  });
  scheduler.run(() => {
    body(new FakeExchange(scheduler), scheduler);
  });
};

const statesOf = (seen: Status[]): string[] => seen.map(({ state }) => state);

describe('connect', () => {
  it('dials at once and goes online', () => {
    inVirtualTime((exchange, scheduler) => {
      const seen: Status[] = [];
      const ami = exchange.connect();
      ami.status$.subscribe((status) => seen.push(status));
      expect(exchange.sockets).toHaveLength(1);
      scheduler.flush();
      expect(statesOf(seen)).toEqual(['connecting', 'authenticating', 'online']);
      expect(seen.at(-1)).toEqual({ state: 'online', attempt: 1, version: '11.0.0' });
      ami.close();
    });
  });
  void AuthenticationError;
  void ConnectError;
});
