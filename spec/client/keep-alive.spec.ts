import type { AmiClient, ConnectOptions } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

const keepAlive = { silenceMs: 1000, deadlineMs: 400 };

describe('keep-alive', () => {
  let exchange: FakeExchange;

  beforeEach(() => {
    exchange = new FakeExchange();
  });

  const online = (options: ConnectOptions = {}): AmiClient =>
    exchange.online({ keepAlive, reconnect: { jitter: 'none' }, ...options });
  const pings = (): number => exchange.socket.names.filter((name) => name === 'Ping').length;
  const answerPings = (): void => {
    exchange.answer = (action, socket) => {
      socket.reply({ Response: 'Success', Ping: 'Pong' }, action);
    };
  };

  it('asks after silence, between once and twice silenceMs', () => {
    answerPings();
    const ami = online();
    exchange.clock.advance(1000);
    expect(pings()).toBe(0);
    exchange.clock.advance(1000);
    expect(pings()).toBe(1);
    expect(ami.pending).toBe(0);
    ami.close();
  });

  it('does not ask while events come', () => {
    const ami = online();
    for (let i = 0; i < 50; i++) {
      exchange.clock.advance(500);
      exchange.socket.reply({ Event: 'Hangup' });
    }
    expect(pings()).toBe(0);
    ami.close();
  });

  it('takes a peer that answers nothing for dead, and renews the session', () => {
    const ami = online();
    const status = watch(ami.status$);
    const inFlight = watch(ami.request('QueuePause', { Interface: 'a', Paused: true }));
    exchange.clock.advance(2399);
    expect(status.values.at(-1)).toMatchObject({ state: 'online' });
    exchange.clock.advance(1);
    expect(status.values.at(-1)).toMatchObject({
      state: 'waiting',
      cause: { name: 'ConnectionLostError', message: expect.stringContaining('Ping') },
    });
    expect(inFlight.error).toMatchObject({ name: 'ConnectionLostError', outcome: 'unknown' });
    expect(exchange.sockets[0]?.destroyed).toBe(true);
    exchange.clock.advance(1000);
    expect(exchange.sockets).toHaveLength(2);
    expect(status.values.at(-1)).toMatchObject({ state: 'online' });
    ami.close();
  });

  it('takes anything at all for a sign of life', () => {
    const ami = online();
    exchange.clock.advance(2100);
    exchange.socket.reply({ Event: 'Hangup' });
    exchange.clock.advance(800);
    expect(watch(ami.status$).values).toMatchObject([{ state: 'online' }]);
    ami.close();
  });

  it('gives a session that is blocked by a synchronous Originate its time', () => {
    const ami = online();
    watch(ami.action('Originate', { Channel: 'Local/1', Timeout: 10_000 }));
    exchange.clock.advance(10_399);
    expect(watch(ami.status$).values).toMatchObject([{ state: 'online' }]);
    exchange.clock.advance(1);
    expect(watch(ami.status$).values).toMatchObject([{ state: 'waiting' }]);
    ami.close();
  });

  it('stops with the session, and can be switched off', () => {
    const ami = online({ keepAlive: false });
    exchange.clock.advance(3_600_000);
    expect(exchange.socket.names).not.toContain('Ping');
    const other = online();
    other.close();
    ami.close();
    expect(exchange.clock.pending).toBe(0);
  });
});
