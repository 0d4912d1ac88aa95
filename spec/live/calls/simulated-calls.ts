import { liveCalls } from '../../../lib/live/index.js';
import type { Call, Change } from '../../../lib/live/index.js';
import { Exchange, VirtualClock } from '../../../lib/testing/index.js';

/** All changes of the calls that begin on a simulated exchange, until they are over. */
export function changesOf(begin: (exchange: Exchange) => unknown): Change<Call>[] {
  const clock = new VirtualClock();
  const exchange = new Exchange({ scheduler: clock });
  const ami = exchange.connect();
  const changes: Change<Call>[] = [];
  liveCalls(ami).changes$.subscribe((change) => changes.push(change));
  clock.advance(1000);
  begin(exchange);
  clock.advance(200_000);
  ami.close();
  void exchange.close();
  return changes;
}

/** Every value that a call has had, in order. */
export function valuesOf(begin: (exchange: Exchange) => unknown): Call[] {
  return changesOf(begin).flatMap(({ value }) => value ?? []);
}
