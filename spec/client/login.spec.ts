import { createHash } from 'node:crypto';
import { Buffer } from 'node:buffer';
import type { ConnectOptions, Message } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { FakeSocket } from '../support/fake-socket.js';
import { watch } from '../support/watch.js';

describe('login', () => {
  let exchange: FakeExchange;

  beforeEach(() => {
    exchange = new FakeExchange();
  });

  const loginOf = (options?: ConnectOptions): Message => {
    exchange.online(options);
    const login = exchange.socket.actions.find((action) => action.get('Action') === 'Login');
    if (login === undefined) throw new Error('no login');
    return login;
  };

  it('answers a challenge, and never shows the secret on the wire', () => {
    const login = loginOf();
    const key = createHash('md5').update('865539679s3cret').digest('hex');
    expect(exchange.socket.names).toEqual(['Challenge', 'Login']);
    expect(login.get('Key')).toBe(key);
    expect(login.get('AuthType')).toBe('MD5');
    expect(exchange.socket.written).not.toContain('s3cret');
  });

  it('hashes the bytes of the encoding', () => {
    const login = loginOf({ secret: 'gehéim', encoding: 'latin1' });
    const bytes = Buffer.from('865539679gehéim', 'latin1');
    expect(login.get('Key')).toBe(createHash('md5').update(bytes).digest('hex'));
  });

  it('sends the secret only if asked to, or over TLS', () => {
    expect(loginOf({ auth: 'plain' }).get('Secret')).toBe('s3cret');
    expect(exchange.socket.names).toEqual(['Login']);
    expect(loginOf({ tls: true }).get('Secret')).toBe('s3cret');
    expect(loginOf({ tls: true, auth: 'md5' }).get('Secret')).toBeUndefined();
  });

  it('does not fall back on the plain secret when the challenge is refused', () => {
    exchange.challenge = { Response: 'Error', Message: 'Must specify AuthType' };
    const ami = exchange.connect();
    exchange.clock.advance(10_000);
    expect(exchange.sockets).toHaveLength(1);
    expect(exchange.socket.names).toEqual(['Challenge']);
    expect(watch(ami.status$).values).toMatchObject([{ cause: { name: 'AuthenticationError' } }]);
  });

  it.each([
    [undefined, undefined],
    [true, 'on'],
    [false, 'off'],
    ['call', 'call'],
    [['call', 'agent'], 'call,agent'],
    [[], 'off'],
  ] as const)('asks for the events %j by the mask %j', (events, mask) => {
    expect(loginOf(events === undefined ? {} : { events }).get('Events')).toBe(mask);
  });

  it('logs nobody in without a username, and leaves it to an action', () => {
    const ami = exchange.online({ username: undefined, secret: undefined } as never);
    expect(exchange.socket.actions).toEqual([]);
    expect(watch(ami.status$).values).toMatchObject([{ state: 'online' }]);
    const login = watch(ami.request('Login', { Username: 'admin', Secret: 's3cret' }));
    expect(login.values[0]?.message).toBe('Authentication accepted');
  });

  describe('FullyBooted', () => {
    beforeEach(() => {
      exchange.booted = false;
    });

    it('is waited for, so that actions meet no server that is loading', () => {
      const ami = exchange.online();
      const ping = watch(ami.request('Ping'));
      const states = watch(ami.status$);
      exchange.clock.advance(2_000);
      expect(states.values).toMatchObject([{ state: 'authenticating' }]);
      expect(exchange.asked).toEqual([]);
      exchange.socket.reply({ Event: 'FullyBooted', Status: 'Fully Booted' });
      expect(states.values.at(-1)).toMatchObject({ state: 'online' });
      expect(exchange.asked).toHaveLength(1);
      expect(ping.error).toBeUndefined();
    });

    it('is not waited for longer than bootTimeoutMs, and that is told', () => {
      const ami = exchange.connect({ bootTimeoutMs: 500 });
      const diagnostics = watch(ami.diagnostics$);
      exchange.clock.advance(499);
      expect(watch(ami.status$).values).toMatchObject([{ state: 'authenticating' }]);
      exchange.clock.advance(1);
      expect(watch(ami.status$).values).toMatchObject([{ state: 'online' }]);
      expect(diagnostics.values).toMatchObject([{ type: 'boot-unconfirmed' }]);
    });

    it('is waited for longer by a user that has seen it before', () => {
      exchange.booted = true;
      const ami = exchange.online({ reconnect: { initialDelayMs: 0 } });
      exchange.booted = false;
      exchange.socket.finish();
      exchange.clock.advance(60_000);
      expect(watch(ami.status$).values).toMatchObject([{ state: 'authenticating' }]);
      exchange.socket.reply({ Event: 'FullyBooted', Status: 'Fully Booted' });
      expect(watch(ami.status$).values).toMatchObject([{ state: 'online' }]);
    });

    it('is heard when it overtakes the response to the login', () => {
      const socket = new FakeSocket((action, on) => {
        if (action.get('Action') !== 'Login') return;
        on.reply({ Event: 'FullyBooted', Status: 'Fully Booted' });
        on.reply({ Response: 'Success', Message: 'Authentication accepted' }, action);
      });
      const ami = exchange.connect({ auth: 'plain', transport: () => socket });
      socket.receive('Asterisk Call Manager/11.0.0\r\n');
      exchange.clock.advance();
      expect(watch(ami.status$).values).toMatchObject([{ state: 'online' }]);
    });

    it.each([[false], ['call'], [['call', 'agent']]] as const)(
      'cannot come under the mask %j, so nobody waits',
      (events) => {
        const ami = exchange.online({ events: events as never });
        expect(watch(ami.status$).values).toMatchObject([{ state: 'online' }]);
      },
    );
  });
});
