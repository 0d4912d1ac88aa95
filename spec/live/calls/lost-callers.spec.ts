import { from } from 'rxjs';
import { missed } from '../../../lib/live/index.js';
import type { Call } from '../../../lib/live/index.js';
import type { CallScript } from '../../../lib/testing/index.js';
import { watch } from '../../support/watch.js';
import { changesOf } from './simulated-calls.js';

/** The calls that were missed, of one that alice has answered and then goes on like this. */
function missedAfterTalk(goOn: (call: CallScript) => CallScript): Call[] {
  const changes = changesOf((exchange) =>
    goOn(exchange.call({ from: '2025550123', to: 'alice' }).wait(1000).answer().wait(3000)),
  );
  return watch(from(changes).pipe(missed())).values;
}

describe('a caller who has talked is lost', () => {
  it.each<[string, (call: CallScript) => CallScript, Partial<Call>]>([
    [
      'where a phone is busy to which he is transferred',
      (call) => call.transfer('bob').wait(1000).reject(),
      { result: 'busy', callee: { number: '1002', name: 'Bob' } },
    ],
    [
      'where nobody answers that',
      (call) => call.transfer('bob'),
      { result: 'no-answer', callee: { number: '1002', name: 'Bob' } },
    ],
    [
      'where he gives up before',
      (call) => call.transfer('bob').wait(2000).hangUp(),
      { result: 'cancelled', callee: { number: '1002', name: 'Bob' } },
    ],
    [
      'where he gives up in a queue',
      (call) => call.transfer('2001').wait(2000).hangUp(),
      { result: 'abandoned' },
    ],
    [
      'where he gives up in a parking lot',
      (call) => call.park().wait(2000).hangUp(),
      { result: 'abandoned', callee: { number: '1001', name: 'Alice' } },
    ],
    [
      'where he is parked for too long, and who parked him does not answer',
      (call) => call.park(),
      { result: 'no-answer', callee: { number: '1001', name: 'Alice' } },
    ],
  ])('%s', (_, goOn, outcome) => {
    const [call, ...others] = missedAfterTalk(goOn);
    expect(others).toEqual([]);
    expect(call).toMatchObject({ caller: { number: '2025550123' }, ...outcome });
    expect(call?.answer?.party.number).toBe('1001');
    expect(call?.answeredAt).toBeDefined();
    expect(call?.talkMs).toBe(3000);
  });

  it.each<[string, (call: CallScript) => CallScript]>([
    ['hangs up', (call) => call.hangUp()],
    ['is hung up on', (call) => call.hangUp('callee')],
    ['is answered after a transfer', (call) => call.transfer('bob').answer().wait(1000).hangUp()],
    ['is answered in a queue', (call) => call.transfer('2001').answer().wait(1000).hangUp()],
    ['is fetched from a parking lot', (call) => call.park().retrieve('bob').wait(1000).hangUp()],
    [
      'is answered after a consultation',
      (call) => call.consult('bob').answer().complete().wait(1000).hangUp(),
    ],
    ['goes on to a menu', (call) => call.transfer('5000').wait(1000).hangUp()],
  ])('but not who %s', (_, goOn) => {
    expect(missedAfterTalk(goOn)).toEqual([]);
  });
});
