import type {
  AmiClient,
  AmiEvent,
  ConnectOptions,
  Diagnostic,
  Status,
} from '../../../../lib/index.js';
import type { Fault } from '../../../../lib/testing/exchange/faults/fault.js';
import { watch } from '../../../support/watch.js';
import type { Watched } from '../../../support/watch.js';
import { FaultyExchange } from './faulty-exchange.js';

const keepAlive = { silenceMs: 1000, deadlineMs: 500 };

describe('a client whose connection breaks by faults', () => {
  let exchange: FaultyExchange;
  let ami: AmiClient;
  let status: Watched<Status>;
  let diagnostics: Watched<Diagnostic>;
  let events: Watched<AmiEvent>;

  const open = (options: ConnectOptions = {}): void => {
    ami = exchange.connect({ keepAlive: false, ...options });
    status = watch(ami.status$);
    diagnostics = watch(ami.diagnostics$);
    exchange.clock.advance();
    events = watch(ami.events$);
  };

  beforeEach(() => {
    exchange = new FaultyExchange();
    open();
  });

  // Whatever happened, the client works, and closes without a rest.
  afterEach(() => {
    exchange.clock.advance(60_000);
    expect(status.values.at(-1)).toMatchObject({ state: 'online' });
    const last = watch(ami.request('QueueReload'));
    exchange.emit('Hangup', { Uniqueid: 'last' });
    expect(last).toMatchObject({ values: [{ status: 'Success' }], isComplete: true });
    expect(events.values.at(-1)?.get('Uniqueid')).toBe('last');
    expect(ami.pending).toBe(0);
    ami.close();
    expect(exchange.clock.actions).toHaveLength(0);
    expect(exchange.sockets.every(({ destroyed }) => destroyed)).toBe(true);
    expect(new Set(exchange.carriedOut).size).toBe(exchange.carriedOut.length);
  });

  /** Closes the client that is there, and begins again. */
  const reopen = (options: ConnectOptions): void => {
    ami.close();
    open(options);
  };
  const inject = (fault: Fault): void => {
    exchange.faults.inject(fault);
  };
  const told = (): string[] => diagnostics.values.map(({ type }) => type);
  const states = (): string[] => status.values.map(({ state }) => state);
  const losses = (): unknown[] =>
    status.values.flatMap((one) => (one.state === 'waiting' ? [one.cause] : []));
  const request = (): Watched<unknown> => watch(ami.request('QueueReload'));
  const done = { values: [expect.anything()], isComplete: true, error: undefined };

  describe('that break the session', () => {
    it('renews it after a reset, and does not send again what was in flight', () => {
      inject({ kind: 'late-response' });
      const inFlight = request();
      inject({ kind: 'reset' });
      expect(inFlight.error).toMatchObject({ name: 'ConnectionLostError', outcome: 'unknown' });
      expect(losses()).toMatchObject([{ name: 'ConnectionLostError' }]);
      const held = request();
      expect(held).toMatchObject({ values: [], error: undefined });
      exchange.clock.advance(1000);
      expect(held).toMatchObject(done);
      expect(exchange.sockets).toHaveLength(2);
      expect(exchange.carriedOut).toHaveLength(2);
    });

    it('renews it after an orderly end, before which everything is answered', () => {
      inject({ kind: 'late-response' });
      const inFlight = request();
      inject({ kind: 'end' });
      expect(inFlight).toMatchObject(done);
      expect(losses()).toMatchObject([{ name: 'ConnectionLostError' }]);
      exchange.clock.advance(1000);
      expect(exchange.sockets).toHaveLength(2);
    });

    it('finds out by a Ping that the far end is gone without a word', () => {
      reopen({ keepAlive });
      inject({ kind: 'half-open' });
      const inFlight = request();
      exchange.emit('Hangup', { Uniqueid: 'lost' });
      exchange.clock.advance(2499);
      expect(states().at(-1)).toBe('online');
      expect(inFlight.error).toBeUndefined();
      exchange.clock.advance(1);
      expect(inFlight.error).toMatchObject({ name: 'ConnectionLostError', outcome: 'unknown' });
      expect(states().at(-1)).toBe('waiting');
      // Nothing of it has reached the exchange.
      expect(exchange.carriedOut).toEqual([]);
      expect(events.values).toEqual([]);
    });

    it('renews a session that was half-open within 40 seconds by default', () => {
      ami.close();
      ami = exchange.connect({});
      status = watch(ami.status$);
      exchange.clock.advance();
      events = watch(ami.events$);
      inject({ kind: 'half-open' });
      exchange.clock.advance(40_000);
      expect(states().at(-1)).toBe('waiting');
    });

    it('drops what was cut in the middle, and says so', () => {
      inject({ kind: 'cut-mid-line' });
      exchange.emit('Hangup', { Channel: 'PJSIP/a-1', Uniqueid: 'cut' });
      expect(told()).toEqual(['truncated-message']);
      expect(events.values).toEqual([]);
      expect(losses()).toMatchObject([{ name: 'ConnectionLostError' }]);
    });

    it('refuses an endless line', () => {
      reopen({ limits: { maxLineLength: 100_000 } });
      inject({ kind: 'endless-line', everyMs: 10 });
      const behind = request();
      expect(states().at(-1)).toBe('online');
      exchange.clock.advance(10);
      expect(losses()).toMatchObject([{ name: 'ProtocolError' }]);
      expect(behind.error).toMatchObject({ name: 'ConnectionLostError', outcome: 'unknown' });
      expect(exchange.clock.actions).toHaveLength(1);
    });

    it('bears a line that is shorter than the limit', () => {
      inject({ kind: 'endless-line', bytes: 1_000_000 });
      const behind = request();
      exchange.clock.advance(159);
      expect(behind.values).toEqual([]);
      exchange.clock.advance(1);
      expect(behind).toMatchObject(done);
      expect(told()).toEqual(['unclassified-message', 'malformed-line']);
    });
  });

  describe('that break the attempt to connect', () => {
    it.each(['end', 'reset'] as const)('tries again when it is refused by %s', (how) => {
      inject({ kind: 'refuse', connections: 2, how });
      inject({ kind: 'reset' });
      exchange.clock.advance(2000);
      expect(losses()).toMatchObject([
        { name: 'ConnectionLostError' },
        { name: 'ConnectError', phase: how === 'end' ? 'greeting' : 'dial', outcome: 'not-sent' },
        { name: 'ConnectError' },
      ]);
      const held = request();
      exchange.clock.advance(1000);
      expect(held).toMatchObject(done);
    });

    it('waits for a slow login', () => {
      inject({ kind: 'slow-login', ms: 3000 });
      inject({ kind: 'reset' });
      exchange.clock.advance(1000);
      const held = request();
      exchange.clock.advance(2999);
      expect(states().at(-1)).toBe('authenticating');
      exchange.clock.advance(1);
      expect(states().at(-1)).toBe('online');
      expect(held).toMatchObject(done);
    });

    it('gives up a login that is too slow, and tries again', () => {
      inject({ kind: 'slow-login', ms: 12_000 });
      inject({ kind: 'reset' });
      exchange.clock.advance(11_000);
      expect(losses().at(-1)).toMatchObject({ name: 'ConnectError', phase: 'login' });
      exchange.clock.advance(1000);
      expect(states().at(-1)).toBe('online');
    });

    it.each<[Fault, string]>([
      [{ kind: 'missing-response' }, 'login'],
      [{ kind: 'late-response', ms: 20_000 }, 'login'],
      [{ kind: 'cut-mid-line' }, 'dial'],
      [{ kind: 'half-open' }, 'greeting'],
      [{ kind: 'stall', ms: 10_000 }, 'greeting'],
    ])('tries again after %j before the login', (fault, phase) => {
      inject({ kind: 'reset' });
      inject(fault);
      exchange.clock.advance(13_000);
      expect(losses()).toMatchObject([
        { name: 'ConnectionLostError' },
        { name: 'ConnectError', phase },
      ]);
      expect(states().at(-1)).toBe('online');
    });

    it.each<Fault>([
      { kind: 'stall', ms: 9000 },
      { kind: 'slow-drip' },
      { kind: 'duplicate-response', count: 2 },
      { kind: 'late-response', ms: 1000 },
      { kind: 'out-of-order-responses' },
      { kind: 'unknown-response' },
      { kind: 'garbage' },
      { kind: 'invalid-utf8' },
      { kind: 'list-cancelled' },
      { kind: 'permission-denied' },
    ])('logs in through %j', (fault) => {
      inject({ kind: 'reset' });
      inject(fault);
      exchange.clock.advance(13_000);
      expect(losses()).toHaveLength(1);
      expect(states().at(-1)).toBe('online');
      request();
      watch(ami.list('DeviceStateList'));
    });
  });

  it('leaves a restart to the exchange', () => {
    inject({ kind: 'restart' });
    expect(exchange.restarts).toEqual([{ kind: 'restart' }]);
  });
});
