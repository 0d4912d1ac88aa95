import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

describe('actions without a session', () => {
  let exchange: FakeExchange;

  beforeEach(() => {
    exchange = new FakeExchange();
    exchange.answer = (action, socket) => {
      socket.reply({ Response: 'Success', Echo: action.get('N') ?? '' }, action);
    };
  });

  it('are held, and sent once and in order when it is up', () => {
    const ami = exchange.connect();
    const answers = ['1', '2', '3'].map((N) => watch(ami.request('Ping', { N })));
    expect(ami.pending).toBe(3);
    exchange.clock.advance();
    expect(exchange.asked.map((action) => action.get('N'))).toEqual(['1', '2', '3']);
    expect(answers.map(({ values }) => values[0]?.get('Echo'))).toEqual(['1', '2', '3']);
    expect(ami.pending).toBe(0);
  });

  it('fail as not sent when their time has passed', () => {
    exchange.dialled = () => new Error('down');
    const ami = exchange.connect({ actionTimeoutMs: 5000 });
    const held = watch(ami.request('Ping'));
    exchange.clock.advance(4999);
    expect(held.error).toBeUndefined();
    exchange.clock.advance(1);
    expect(held.error).toMatchObject({
      name: 'ActionTimeoutError',
      outcome: 'not-sent',
      action: 'Ping',
      actionId: undefined,
      timeoutMs: 5000,
    });
    exchange.dialled = () => undefined;
    exchange.clock.advance(60_000);
    expect(exchange.asked).toEqual([]);
  });

  it('are forgotten when unsubscribed', () => {
    const ami = exchange.connect();
    watch(ami.request('Ping')).subscription.unsubscribe();
    expect(ami.pending).toBe(0);
    exchange.clock.advance();
    expect(exchange.asked).toEqual([]);
  });

  it('fail at once if they could never be sent', () => {
    const ami = exchange.connect();
    const held = watch(ami.request('Ping', { Bad: 'a\r\nAction: Logoff' }));
    expect(held.error).toMatchObject({ name: 'InvalidActionError', action: 'Ping' });
    expect(ami.pending).toBe(0);
  });

  it('are not those that were in flight: these fail as unknown and are never sent again', () => {
    exchange.answer = () => undefined;
    const ami = exchange.online({ reconnect: { jitter: 'none' } });
    const inFlight = watch(ami.request('Ping', { N: 'in flight' }));
    exchange.socket.fail(new Error('reset'));
    const held = watch(ami.request('Ping', { N: 'held' }));
    expect(inFlight.error).toMatchObject({
      name: 'ConnectionLostError',
      outcome: 'unknown',
      action: 'Ping',
      cause: { name: 'ConnectionLostError', cause: { message: 'reset' } },
    });
    expect(ami.pending).toBe(1);
    exchange.clock.advance(1000);
    expect(exchange.sockets).toHaveLength(2);
    expect(exchange.asked.map((action) => action.get('N'))).toEqual(['held']);
    expect(held.error).toBeUndefined();
  });

  it('may be asked for again from within the failure of the last', () => {
    exchange.answer = () => undefined;
    const ami = exchange.online({ reconnect: { jitter: 'none' } });
    let second: ReturnType<typeof watch> | undefined;
    ami.request('Ping').subscribe({
      error: () => {
        second = watch(ami.request('Ping', { N: 'again' }));
      },
    });
    exchange.socket.finish();
    exchange.answer = (action, socket) => {
      socket.reply({ Response: 'Success' }, action);
    };
    exchange.clock.advance(1000);
    expect(exchange.asked.map((action) => action.get('N'))).toEqual(['again']);
    expect(second?.isComplete).toBe(true);
  });
});
