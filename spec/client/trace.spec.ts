import { subscribe, tracingChannel, unsubscribe } from 'node:diagnostics_channel';
import { openSession } from '../../lib/index.js';
import type { ActionTrace, StatusTrace } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

describe('diagnostics channels', () => {
  const log: string[] = [];
  const spans: ActionTrace[] = [];
  const note =
    (phase: string) =>
    (message: unknown): void => {
      const trace = message as ActionTrace;
      log.push(`${phase} ${trace.action}`);
      if (phase === 'start') spans.push(trace);
      else expect(spans).toContain(trace);
    };
  const listeners = {
    start: note('start'),
    asyncEnd: note('end'),
    error: note('error'),
    end: () => undefined,
    asyncStart: () => undefined,
  };
  const statuses: StatusTrace[] = [];
  const noteStatus = (message: unknown): void => {
    statuses.push(message as StatusTrace);
  };

  beforeEach(() => {
    log.length = spans.length = statuses.length = 0;
    tracingChannel<unknown, object>('rxjs-ami:action').subscribe(listeners);
    subscribe('rxjs-ami:status', noteStatus);
  });

  afterEach(() => {
    tracingChannel<unknown, object>('rxjs-ami:action').unsubscribe(listeners);
    unsubscribe('rxjs-ami:status', noteStatus);
  });

  it('tell of every action, with the same object from start to end', () => {
    const exchange = new FakeExchange();
    const ami = exchange.online();
    log.length = 0;
    watch(ami.request('Ping'));
    watch(ami.request('QueueAdd', { Queue: 'a', Interface: 'b', Secret: 'x' }));
    watch(ami.request('Status')).subscription.unsubscribe();
    exchange.socket.reply({ Response: 'Success' }, exchange.asked[0]);
    exchange.socket.reply({ Response: 'Error', Message: 'No such queue' }, exchange.asked[1]);
    expect(log).toEqual([
      'start Ping',
      'start QueueAdd',
      'start Status',
      'end Status',
      'end Ping',
      'error QueueAdd',
      'end QueueAdd',
    ]);
    expect(spans.at(-2)).toMatchObject({
      host: 'localhost',
      port: 5038,
      error: { name: 'ActionError' },
    });
    expect(JSON.stringify(spans)).not.toMatch(/s3cret|Secret/);
  });

  it('tell where a client stands', () => {
    const exchange = new FakeExchange();
    exchange.online().close();
    expect(statuses.map(({ status }) => status.state)).toEqual([
      'connecting',
      'authenticating',
      'online',
      'closed',
    ]);
  });

  it.each(['closed', 'unsubscribed', 'lost'])('tell of a single session that is %s', (how) => {
    const exchange = new FakeExchange();
    const session = watch(openSession({ ...exchange.options, username: 'admin', secret: 'x' }));
    exchange.clock.advance();
    if (how === 'closed') session.values[0]?.close();
    else if (how === 'unsubscribed') session.subscription.unsubscribe();
    else exchange.socket.finish();
    expect(statuses.map(({ status }) => status.state)).toEqual([
      'connecting',
      'authenticating',
      'online',
      'closed',
    ]);
    expect('cause' in statuses[3]!.status).toBe(how === 'lost');
  });
});
