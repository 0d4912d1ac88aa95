import { ConnectionLostError } from '../../lib/index.js';
import type { Status } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

const steady = { initialDelayMs: 1000, maxDelayMs: 8000, factor: 2, jitter: 'none' } as const;

describe('renewal of the session', () => {
  let exchange: FakeExchange;

  beforeEach(() => {
    exchange = new FakeExchange();
  });

  const delaysOf = (seen: readonly Status[]): number[] =>
    seen.flatMap((status) => (status.state === 'waiting' ? [status.delayMs] : []));

  it('keeps the subscribers, of every stream', () => {
    const ami = exchange.online({ reconnect: steady });
    const streams = {
      lines: watch(ami.lines$),
      messages: watch(ami.messages$),
      events: watch(ami.events$),
      hangups: watch(ami.event('Hangup')),
    };
    exchange.socket.reply({ Event: 'Hangup', Cause: 16 });
    exchange.socket.finish();
    exchange.clock.advance(1000);
    exchange.socket.reply({ Event: 'Hangup', Cause: 17 });
    expect(streams.hangups.values.map((event) => event.Cause)).toEqual([16, 17]);
    expect(streams.events.values.map(({ name }) => name)).toEqual([
      'Hangup',
      'FullyBooted',
      'Hangup',
    ]);
    expect(streams.lines.values).toContain('Asterisk Call Manager/11.0.0');
    expect(streams.messages.values.at(-1)?.get('Cause')).toBe('17');
    for (const stream of Object.values(streams)) {
      expect(stream).toMatchObject({ error: undefined, isComplete: false });
    }
  });

  it('waits longer after every failed attempt, up to the maximum', () => {
    exchange.dialled = () => new Error('down');
    const ami = exchange.connect({ reconnect: steady });
    const status = watch(ami.status$);
    exchange.clock.advance(30_999);
    expect(delaysOf(status.values)).toEqual([1000, 2000, 4000, 8000, 8000, 8000]);
    expect(status.values.at(-2)).toMatchObject({ state: 'connecting', attempt: 6 });
  });

  it('starts over only after a session that was stable', () => {
    const ami = exchange.online({ reconnect: { ...steady, stableMs: 5000 } });
    const status = watch(ami.status$);
    for (const upMs of [100, 100, 100]) {
      exchange.clock.advance(upMs);
      exchange.socket.finish();
      exchange.clock.advance(10_000 - upMs);
    }
    // Of each ten seconds, more than five were online after the delay: all but the first are over.
    expect(delaysOf(status.values)).toEqual([1000, 1000, 1000]);
    exchange.socket.finish();
    exchange.clock.advance(1000);
    exchange.socket.finish();
    exchange.clock.advance(1000);
    exchange.socket.finish();
    exchange.clock.advance(2000);
    expect(delaysOf(status.values).slice(3)).toEqual([1000, 1000, 2000]);
    expect(status.values.at(-1)).toMatchObject({ state: 'online', attempt: 3 });
  });

  it('gives up after maxAttempts in a row', () => {
    exchange.dialled = () => new Error('down');
    const ami = exchange.connect({ reconnect: { ...steady, maxAttempts: 3 } });
    const events = watch(ami.events$);
    exchange.clock.advance(60_000);
    expect(exchange.sockets).toHaveLength(3);
    expect(events.error).toMatchObject({ name: 'ConnectError' });
  });

  it('asks isFinal, and takes its word', () => {
    const ami = exchange.online({
      reconnect: { isFinal: (error) => error instanceof ConnectionLostError },
    });
    const events = watch(ami.events$);
    exchange.socket.fail(new Error('ECONNRESET'));
    expect(events.error).toMatchObject({
      name: 'ConnectionLostError',
      message: expect.stringContaining('ECONNRESET'),
      cause: { message: 'ECONNRESET' },
    });
    exchange.clock.advance(60_000);
    expect(exchange.sockets).toHaveLength(1);
  });

  it('frees each socket before it makes the next', () => {
    exchange.online({ reconnect: steady });
    for (let i = 0; i < 5; i++) {
      exchange.socket.fail(new Error('reset'));
      exchange.clock.advance(10_000);
    }
    const open = exchange.sockets.filter((socket) => !socket.destroyed);
    expect(open).toEqual([exchange.socket]);
    // Besides the one that keeps a late error from ending the process, no listener is left.
    const left = exchange.sockets.slice(0, -1).map((socket) => socket.eventNames());
    expect(left).toEqual(left.map(() => ['error']));
    expect(exchange.sockets[0]?.listenerCount('error')).toBe(1);
  });

  it('renews a session whose server breaks the limits', () => {
    const ami = exchange.online({ reconnect: steady, limits: { maxLineLength: 100 } });
    const status = watch(ami.status$);
    exchange.socket.receive('x'.repeat(101));
    expect(status.values.at(-1)).toMatchObject({
      state: 'waiting',
      cause: { name: 'ProtocolError' },
    });
    exchange.clock.advance(1000);
    expect(status.values.at(-1)).toMatchObject({ state: 'online' });
  });
});
