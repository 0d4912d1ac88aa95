import { map, switchMap } from 'rxjs';
import { openSession } from '../../lib/index.js';
import type { SessionOptions } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

describe('openSession', () => {
  let exchange: FakeExchange;
  let options: SessionOptions;

  beforeEach(() => {
    exchange = new FakeExchange();
    options = { ...exchange.options, username: 'admin', secret: 's3cret' };
    exchange.answer = (action, socket) => {
      if (!action.has('Silent')) socket.reply({ Response: 'Success', Ping: 'Pong' }, action);
    };
  });

  it('is cold: it dials when subscribed to, each time', () => {
    const session$ = openSession(options);
    expect(exchange.sockets).toHaveLength(0);
    watch(session$);
    watch(session$);
    expect(exchange.sockets).toHaveLength(2);
  });

  it('emits the session once it is online, and lets it work', () => {
    const pong = watch(
      openSession(options).pipe(
        switchMap((session) => session.request('Ping')),
        map((response) => response.get('Ping')),
      ),
    );
    exchange.clock.advance();
    expect(pong.values).toEqual(['Pong']);
    expect(pong.isComplete).toBe(false);
  });

  it('completes when the session was ended', () => {
    const session = watch(openSession(options));
    exchange.clock.advance();
    const [online] = session.values;
    expect(online?.version).toBe('11.0.0');
    const events = watch(online!.events$);
    const ended = watch(online!.end());
    expect(ended).toMatchObject({ isComplete: true, values: [undefined] });
    expect(session).toMatchObject({ isComplete: true, error: undefined });
    expect(events).toMatchObject({ isComplete: true });
    expect(exchange.socket.destroyed).toBe(true);
    expect(watch(online!.request('Ping')).error).toMatchObject({ outcome: 'not-sent' });
  });

  it('completes when the session was closed, and fails what was pending', () => {
    const session = watch(openSession(options));
    exchange.clock.advance();
    const ping = watch(session.values[0]!.request('Ping', { Silent: true }));
    session.values[0]!.close();
    expect(ping.error).toMatchObject({ name: 'ClosedError', outcome: 'unknown' });
    expect(session).toMatchObject({ isComplete: true, error: undefined });
  });

  it('closes the connection when unsubscribed from, and fails what was pending', () => {
    const session = watch(openSession(options));
    exchange.clock.advance();
    const ping = watch(session.values[0]!.request('Ping', { Silent: true }));
    const events = watch(session.values[0]!.events$);
    session.subscription.unsubscribe();
    expect(exchange.socket.destroyed).toBe(true);
    expect(ping.error).toMatchObject({ name: 'ClosedError', outcome: 'unknown' });
    expect(events.isComplete).toBe(true);
    expect(exchange.clock.pending).toBe(0);
  });

  it('errors with the loss of the connection, as do its streams', () => {
    const session = watch(openSession(options));
    exchange.clock.advance();
    const events = watch(session.values[0]!.events$);
    const ping = watch(session.values[0]!.request('Ping', { Silent: true }));
    exchange.socket.fail(new Error('ECONNRESET'));
    expect(session.error).toMatchObject({ name: 'ConnectionLostError', outcome: 'unknown' });
    expect(events.error).toBe(session.error);
    expect(ping.error).toMatchObject({ name: 'ConnectionLostError', action: 'Ping' });
    exchange.clock.advance(60_000);
    expect(exchange.sockets).toHaveLength(1);
  });

  it('tells a connection that is lost while it ends from one that was closed', () => {
    const session = watch(openSession(options));
    exchange.clock.advance();
    const ping = watch(session.values[0]!.request('Ping', { Silent: true }));
    const ended = watch(session.values[0]!.end());
    exchange.socket.finish();
    expect(ping.error).toMatchObject({ name: 'ConnectionLostError', outcome: 'unknown' });
    expect(ended).toMatchObject({ isComplete: true, error: undefined });
  });

  it('errors with a refused login', () => {
    exchange.refusal = 'Authentication failed';
    const session = watch(openSession(options));
    exchange.clock.advance();
    expect(session.error).toMatchObject({ name: 'AuthenticationError' });
  });

  it('reports bad options as an error, when subscribed to', () => {
    expect(watch(openSession('http://localhost')).error).toBeInstanceOf(TypeError);
  });
});
