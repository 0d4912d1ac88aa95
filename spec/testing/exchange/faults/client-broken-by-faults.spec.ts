import type { Fault } from '../../../../lib/testing/exchange/faults/fault.js';
import { watch } from '../../../support/watch.js';
import { WatchedClient } from './watched-client.js';

const keepAlive = { silenceMs: 1000, deadlineMs: 500 };

describe('a client whose connection breaks by faults', () => {
  let client: WatchedClient;

  beforeEach(() => {
    client = new WatchedClient();
  });

  // Whatever happened, the client works, and closes without a rest.
  afterEach(() => {
    client.exchange.clock.advance(60_000);
    expect(client.status.values.at(-1)).toMatchObject({ state: 'online' });
    const last = watch(client.ami.request('QueueReload'));
    client.exchange.emit('Hangup', { Uniqueid: 'last' });
    expect(last).toMatchObject({ values: [{ status: 'Success' }], isComplete: true });
    expect(client.events.values.at(-1)?.get('Uniqueid')).toBe('last');
    expect(client.ami.pending).toBe(0);
    client.ami.close();
    expect(client.exchange.clock.pending).toBe(0);
    expect(client.exchange.sockets.every(({ destroyed }) => destroyed)).toBe(true);
    expect(new Set(client.exchange.carriedOut).size).toBe(client.exchange.carriedOut.length);
  });

  const done = { values: [expect.anything()], isComplete: true, error: undefined };

  describe('that break the session', () => {
    it('renews it after a reset, and does not send again what was in flight', () => {
      client.inject({ kind: 'late-response' });
      const inFlight = client.request();
      client.inject({ kind: 'reset' });
      expect(inFlight.error).toMatchObject({ name: 'ConnectionLostError', outcome: 'unknown' });
      expect(client.losses).toMatchObject([{ name: 'ConnectionLostError' }]);
      const held = client.request();
      expect(held).toMatchObject({ values: [], error: undefined });
      client.exchange.clock.advance(1000);
      expect(held).toMatchObject(done);
      expect(client.exchange.sockets).toHaveLength(2);
      expect(client.exchange.carriedOut).toHaveLength(2);
    });

    it('renews it after an orderly end, before which everything is answered', () => {
      client.inject({ kind: 'late-response' });
      const inFlight = client.request();
      client.inject({ kind: 'end' });
      expect(inFlight).toMatchObject(done);
      expect(client.losses).toMatchObject([{ name: 'ConnectionLostError' }]);
      client.exchange.clock.advance(1000);
      expect(client.exchange.sockets).toHaveLength(2);
    });

    it('finds out by a Ping that the far end is gone without a word', () => {
      client.reopen({ keepAlive });
      client.inject({ kind: 'half-open' });
      const inFlight = client.request();
      client.exchange.emit('Hangup', { Uniqueid: 'lost' });
      client.exchange.clock.advance(2499);
      expect(client.states.at(-1)).toBe('online');
      expect(inFlight.error).toBeUndefined();
      client.exchange.clock.advance(1);
      expect(inFlight.error).toMatchObject({ name: 'ConnectionLostError', outcome: 'unknown' });
      expect(client.states.at(-1)).toBe('waiting');
      // Nothing of it has reached the exchange.
      expect(client.exchange.carriedOut).toEqual([]);
      expect(client.events.values).toEqual([]);
    });

    it('renews a session that was half-open within 40 seconds by default', () => {
      client.reopen({ keepAlive: {} });
      client.inject({ kind: 'half-open' });
      client.exchange.clock.advance(40_000);
      expect(client.states.at(-1)).toBe('waiting');
    });

    it('drops what was cut in the middle, and says so', () => {
      client.inject({ kind: 'cut-mid-line' });
      client.exchange.emit('Hangup', { Channel: 'PJSIP/a-1', Uniqueid: 'cut' });
      expect(client.told).toEqual(['truncated-message']);
      expect(client.events.values).toEqual([]);
      expect(client.losses).toMatchObject([{ name: 'ConnectionLostError' }]);
    });

    it('refuses an endless line', () => {
      client.reopen({ limits: { maxLineLength: 100_000 } });
      client.inject({ kind: 'endless-line', everyMs: 10 });
      const behind = client.request();
      expect(client.states.at(-1)).toBe('online');
      client.exchange.clock.advance(10);
      expect(client.losses).toMatchObject([{ name: 'ProtocolError' }]);
      expect(behind.error).toMatchObject({ name: 'ConnectionLostError', outcome: 'unknown' });
      expect(client.exchange.clock.pending).toBe(1);
    });

    it('bears a line that is shorter than the limit', () => {
      client.inject({ kind: 'endless-line', bytes: 1_000_000 });
      const behind = client.request();
      client.exchange.clock.advance(159);
      expect(behind.values).toEqual([]);
      client.exchange.clock.advance(1);
      expect(behind).toMatchObject(done);
      expect(client.told).toEqual(['unclassified-message', 'malformed-line']);
    });
  });

  describe('that break the attempt to connect', () => {
    it.each(['end', 'reset'] as const)('tries again when it is refused by %s', (how) => {
      client.inject({ kind: 'refuse', connections: 2, how });
      client.inject({ kind: 'reset' });
      client.exchange.clock.advance(2000);
      expect(client.losses).toMatchObject([
        { name: 'ConnectionLostError' },
        { name: 'ConnectError', phase: how === 'end' ? 'greeting' : 'dial', outcome: 'not-sent' },
        { name: 'ConnectError' },
      ]);
      const held = client.request();
      client.exchange.clock.advance(1000);
      expect(held).toMatchObject(done);
    });

    it('waits for a slow login', () => {
      client.inject({ kind: 'slow-login', ms: 3000 });
      client.inject({ kind: 'reset' });
      client.exchange.clock.advance(1000);
      const held = client.request();
      client.exchange.clock.advance(2999);
      expect(client.states.at(-1)).toBe('authenticating');
      client.exchange.clock.advance(1);
      expect(client.states.at(-1)).toBe('online');
      expect(held).toMatchObject(done);
    });

    it('gives up a login that is too slow, and tries again', () => {
      client.inject({ kind: 'slow-login', ms: 12_000 });
      client.inject({ kind: 'reset' });
      client.exchange.clock.advance(11_000);
      expect(client.losses.at(-1)).toMatchObject({ name: 'ConnectError', phase: 'login' });
      client.exchange.clock.advance(1000);
      expect(client.states.at(-1)).toBe('online');
    });

    it.each<[Fault, string]>([
      [{ kind: 'missing-response' }, 'login'],
      [{ kind: 'late-response', ms: 20_000 }, 'login'],
      [{ kind: 'cut-mid-line' }, 'dial'],
      [{ kind: 'half-open' }, 'greeting'],
      [{ kind: 'stall', ms: 10_000 }, 'greeting'],
    ])('tries again after %j before the login', (fault, phase) => {
      client.inject({ kind: 'reset' });
      client.inject(fault);
      client.exchange.clock.advance(13_000);
      expect(client.losses).toMatchObject([
        { name: 'ConnectionLostError' },
        { name: 'ConnectError', phase },
      ]);
      expect(client.states.at(-1)).toBe('online');
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
      client.inject({ kind: 'reset' });
      client.inject(fault);
      client.exchange.clock.advance(13_000);
      expect(client.losses).toHaveLength(1);
      expect(client.states.at(-1)).toBe('online');
      client.request();
      watch(client.ami.list('DeviceStateList'));
    });
  });

  it('leaves a restart to the exchange', () => {
    client.inject({ kind: 'restart' });
    expect(client.exchange.restarts).toEqual([{ kind: 'restart' }]);
  });
});
