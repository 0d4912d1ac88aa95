import { AuthenticationError, connect, ConnectError } from '../../lib/index.js';
import type { Status } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

const statesOf = (seen: readonly Status[]): string[] => seen.map(({ state }) => state);

describe('connect', () => {
  let exchange: FakeExchange;

  beforeEach(() => {
    exchange = new FakeExchange();
  });

  it('dials at once, and goes online with the login', () => {
    const ami = exchange.connect();
    const status = watch(ami.status$);
    expect(exchange.sockets).toHaveLength(1);
    expect(statesOf(status.values)).toEqual(['connecting']);
    exchange.clock.advance();
    expect(statesOf(status.values)).toEqual(['connecting', 'authenticating', 'online']);
    expect(status.values.at(-1)).toEqual({ state: 'online', attempt: 1, version: '11.0.0' });
  });

  it('tells a late subscriber where it stands', () => {
    const ami = exchange.online();
    expect(statesOf(watch(ami.status$).values)).toEqual(['online']);
    ami.close();
    const late = watch(ami.status$);
    expect(late.values).toEqual([{ state: 'closed' }]);
    expect(late.isComplete).toBe(true);
  });

  it('tries again when nobody is there, for ever', () => {
    exchange.dialled = () => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const ami = exchange.connect();
    const status = watch(ami.status$);
    const events = watch(ami.events$);
    exchange.clock.advance(3_600_000);
    expect(exchange.sockets.length).toBeGreaterThan(100);
    expect(status.values.findLast(({ state }) => state === 'waiting')).toMatchObject({
      cause: { name: 'ConnectError', phase: 'dial', message: expect.stringMatching(/refused/) },
    });
    expect(events).toMatchObject({ error: undefined, isComplete: false });
    ami.close();
  });

  it('ends with a refused login, and does not ask again', () => {
    exchange.refusal = 'Authentication failed';
    const ami = exchange.connect();
    const [status, events, held] = [
      watch(ami.status$),
      watch(ami.events$),
      watch(ami.request('Ping')),
    ];
    exchange.clock.advance(3_600_000);
    expect(exchange.sockets).toHaveLength(1);
    expect(statesOf(status.values)).toEqual(['connecting', 'authenticating', 'closed']);
    expect(status.isComplete).toBe(true);
    expect(events.error).toBeInstanceOf(AuthenticationError);
    expect(held.error).toMatchObject({ name: 'AuthenticationError', outcome: 'not-sent' });
    expect(watch(ami.request('Ping')).error).toBeInstanceOf(AuthenticationError);
    expect(watch(ami.event('Hangup')).error).toBeInstanceOf(AuthenticationError);
  });

  it.each(['Asterisk is shutting down', 'Login Already In Use'])(
    'does not take %j for wrong credentials',
    (refusal) => {
      exchange.refusal = refusal;
      const ami = exchange.connect();
      const status = watch(ami.status$);
      exchange.clock.advance();
      expect(status.values.at(-1)).toMatchObject({
        state: 'waiting',
        cause: { name: 'ConnectError', phase: 'login' },
      });
      exchange.refusal = undefined;
      exchange.clock.advance(60_000);
      expect(status.values.at(-1)).toMatchObject({ state: 'online' });
    },
  );

  it('keeps one session without reconnect, and says why it ended', () => {
    exchange.greeting = 'SSH-2.0-OpenSSH_9.2\r\n';
    const ami = exchange.connect({ reconnect: false });
    const status = watch(ami.status$);
    const messages = watch(ami.messages$);
    exchange.clock.advance(3_600_000);
    expect(exchange.sockets).toHaveLength(1);
    expect(messages.error).toBeInstanceOf(ConnectError);
    expect(status.values.at(-1)).toMatchObject({
      state: 'closed',
      cause: { phase: 'greeting', message: expect.stringContaining('SSH-2.0') },
    });
  });

  it('gives up when no greeting comes, and when the login is not answered', () => {
    exchange.greeting = '';
    const silent = watch(exchange.connect({ reconnect: false, connectTimeoutMs: 500 }).events$);
    exchange.clock.advance(499);
    expect(silent.error).toBeUndefined();
    exchange.clock.advance(1);
    expect(silent.error).toMatchObject({ name: 'ConnectError', phase: 'greeting' });
    expect(exchange.socket.destroyed).toBe(true);

    exchange.greeting = 'Asterisk Call Manager/11.0.0\r\n';
    exchange.isDeaf = true;
    const deaf = watch(exchange.connect({ reconnect: false, loginTimeoutMs: 700 }).events$);
    exchange.clock.advance(700);
    expect(deaf.error).toMatchObject({ name: 'ConnectError', phase: 'login' });
  });

  it('says so when the transport itself fails', () => {
    const transport = (): never => {
      throw new Error('no tunnel');
    };
    const ami = connect({ ...exchange.options, transport, reconnect: false });
    expect(watch(ami.events$).error).toMatchObject({
      name: 'ConnectError',
      cause: { message: 'no tunnel' },
    });
  });

  it('closes with the server after a Logoff that the user sent', () => {
    const ami = exchange.online();
    const events = watch(ami.events$);
    expect(watch(ami.request('Logoff')).values[0]?.status).toBe('Goodbye');
    expect(events.isComplete).toBe(true);
    expect(watch(ami.status$).values).toEqual([{ state: 'closed' }]);
    expect(exchange.sockets).toHaveLength(1);
  });
});
