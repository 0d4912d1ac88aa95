import { Action } from '../../../../lib/index.js';
import { watch } from '../../../support/watch.js';
import type { Watched } from '../../../support/watch.js';
import { WatchedClient } from './watched-client.js';

const keepAlive = { silenceMs: 1000, deadlineMs: 500 };

describe('a client under faults', () => {
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

  const ways = ['list', 'collect', 'request', 'action'] as const;
  const ask = (way: (typeof ways)[number]): Watched<unknown> => {
    const action = new Action('DeviceStateList');
    switch (way) {
      case 'list':
        return watch(client.ami.list(action));
      case 'collect':
        return watch(client.ami.collect(action));
      case 'request':
        return watch(client.ami.request(action));
      case 'action':
        return watch(client.ami.action(action));
    }
  };
  const done = { values: [expect.anything()], isComplete: true, error: undefined };

  describe('that are survived', () => {
    afterEach(() => {
      expect(client.losses).toEqual([]);
    });

    it('waits through a stall', () => {
      client.reopen({ keepAlive });
      client.inject({ kind: 'stall', ms: 2000 });
      client.exchange.emit('Hangup', { Uniqueid: '1' });
      const waiting = client.request();
      client.exchange.clock.advance(1999);
      expect(client.events.values).toEqual([]);
      client.exchange.clock.advance(1);
      expect(client.events.values).toHaveLength(1);
      expect(waiting).toMatchObject(done);
    });

    it('recognises what a stall has kept back for longer than an action waits', () => {
      client.reopen({ actionTimeoutMs: 4000 });
      client.inject({ kind: 'stall', ms: 5000 });
      const waiting = client.request();
      client.exchange.clock.advance(4000);
      expect(waiting.error).toMatchObject({ name: 'ActionTimeoutError', outcome: 'unknown' });
      client.exchange.clock.advance(1000);
      expect(client.told).toEqual([]);
    });

    it('puts together what drips', () => {
      client.inject({ kind: 'slow-drip', bytes: 1, gapMs: 1 });
      client.exchange.emit('Hangup', { CallerIDName: 'Jos\xc3\xa9' });
      const entries = watch(client.ami.list('DeviceStateList'));
      client.exchange.clock.advance(2000);
      expect(client.events.values.map((event) => event.get('CallerIDName'))).toEqual(['José']);
      expect(entries.values).toHaveLength(3);
      expect(client.told).toEqual([]);
    });

    it('takes the first of two responses', () => {
      client.inject({ kind: 'duplicate-response' });
      expect(client.request()).toMatchObject(done);
      expect(client.told).toEqual(['orphan-response']);
    });

    it.each(ways)('takes a list whose response comes twice, by %s', (way) => {
      client.inject({ kind: 'duplicate-response' });
      const answer = ask(way);
      expect(answer.isComplete).toBe(true);
      expect(answer.values).toHaveLength({ list: 3, collect: 1, request: 1, action: 6 }[way]);
      expect(client.events.values).toEqual([]);
    });

    it.each(ways)(
      'times out where the response is missing, though the entries of a list have come, by %s',
      (way) => {
        client.inject({ kind: 'missing-response' });
        const answer = ask(way);
        client.exchange.clock.advance(29_999);
        expect(answer.error).toBeUndefined();
        client.exchange.clock.advance(1);
        expect(answer.error).toMatchObject({ name: 'ActionTimeoutError', outcome: 'unknown' });
        expect(client.events.values).toEqual([]);
        expect(client.exchange.carriedOut).toHaveLength(1);
      },
    );

    it('does not take the next response for the one that is missing', () => {
      client.inject({ kind: 'missing-response' });
      const first = client.request();
      const second = client.request();
      expect(second).toMatchObject(done);
      expect(first).toMatchObject({ values: [], isComplete: false });
    });

    it.each(ways)('takes a response that its entries have overtaken, by %s', (way) => {
      client.inject({ kind: 'late-response', ms: 500 });
      const answer = ask(way);
      client.exchange.clock.advance(499);
      expect(answer.isComplete).toBe(false);
      client.exchange.clock.advance(1);
      expect(answer).toMatchObject({ isComplete: true, error: undefined });
      expect(answer.values).toHaveLength({ list: 3, collect: 1, request: 1, action: 5 }[way]);
      expect(client.events.values).toEqual([]);
    });

    it('recognises a response that is late for its action', () => {
      client.reopen({ actionTimeoutMs: 1000 });
      client.inject({ kind: 'late-response', ms: 1500 });
      const answer = client.request();
      client.exchange.clock.advance(1500);
      expect(answer.error).toMatchObject({ name: 'ActionTimeoutError', outcome: 'unknown' });
      expect(client.told).toEqual([]);
      client.inject({ kind: 'late-response', ms: 2500 });
      client.request();
      client.exchange.clock.advance(2500);
      expect(client.told).toEqual(['orphan-response']);
    });

    it('tells answers apart that change places', () => {
      client.inject({ kind: 'out-of-order-responses' });
      const list = watch(client.ami.collect('DeviceStateList'));
      const other = client.request();
      expect(list.values).toMatchObject([{ response: { message: 'Device states will follow' } }]);
      expect(other).toMatchObject(done);
      expect(client.told).toEqual([]);
    });

    it('tells of a response that nobody awaits', () => {
      const list = watch(client.ami.collect('DeviceStateList'));
      client.inject({ kind: 'late-response', ms: 10 });
      const waiting = client.request();
      client.inject({ kind: 'unknown-response' });
      expect(client.told).toEqual(['orphan-response']);
      expect(waiting.values).toEqual([]);
      expect(list.isComplete).toBe(true);
    });

    it('reads over garbage', () => {
      for (let seed = 0; seed < 50; seed++) client.inject({ kind: 'garbage', bytes: 200, seed });
      client.exchange.emit('Hangup', { Uniqueid: '1' });
      expect(client.events.values).toHaveLength(1);
      expect(client.request()).toMatchObject(done);
      expect(new Set(client.told)).toEqual(new Set(['unclassified-message', 'malformed-line']));
    });

    it('loses the message that garbage has run into, and no more', () => {
      client.inject({ kind: 'garbage', bytes: 10, isClosed: false });
      const spoilt = client.request();
      client.exchange.emit('Hangup', { Uniqueid: '1' });
      client.exchange.clock.advance(30_000);
      expect(spoilt.error).toMatchObject({ name: 'ActionTimeoutError', outcome: 'unknown' });
      expect(client.events.values).toHaveLength(1);
      expect(client.told).toContain('unclassified-message');
    });

    it('reads bytes that are no text', () => {
      client.inject({ kind: 'invalid-utf8' });
      expect(client.events.values.map((event) => event.get('Text'))).toEqual([
        '\uFFFD \uFFFD\uFFFD \uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD Jos\uFFFD',
      ]);
      expect(client.told).toEqual(['malformed-line']);
    });

    it('reads bytes that are no text as they are by another encoding', () => {
      client.reopen({ encoding: 'latin1' });
      client.inject({ kind: 'invalid-utf8' });
      expect(client.events.values[0]?.get('Text')).toMatch(/^\x80 \xc0\xaf .* José$/);
      expect(client.told).toEqual([]);
    });

    it('fails a list that does not end, alone', () => {
      client.reopen({ limits: { maxListEntries: 100 }, actionTimeoutMs: 5000 });
      client.inject({ kind: 'endless-list', entries: 200, everyMs: 10 });
      const list = watch(client.ami.list('DeviceStateList'));
      const behind = client.request();
      client.exchange.clock.advance(2009);
      expect(list.values).toHaveLength(101);
      expect(list.error).toMatchObject({ name: 'ProtocolError' });
      expect(behind.values).toEqual([]);
      client.exchange.clock.advance(1);
      expect(behind).toMatchObject(done);
      expect(client.events.values).toEqual([]);
    });

    it('bears a long list, and times out what waits behind it', () => {
      client.reopen({ actionTimeoutMs: 4000, keepAlive });
      client.inject({ kind: 'endless-list' });
      const list = watch(client.ami.list('DeviceStateList'));
      const behind = client.request();
      client.exchange.clock.advance(10_010);
      expect(list).toMatchObject({ isComplete: true, error: undefined });
      expect(list.values).toHaveLength(1003);
      expect(behind.error).toMatchObject({ name: 'ActionTimeoutError', outcome: 'unknown' });
    });

    it('fails a list that is given up, with what had come', () => {
      client.inject({ kind: 'list-cancelled', entries: 2 });
      const list = watch(client.ami.collect('DeviceStateList'));
      expect(list.error).toMatchObject({ name: 'ListCancelledError', entries: { length: 2 } });
      expect(watch(client.ami.list('DeviceStateList')).values).toHaveLength(3);
    });

    it('fails an action that is refused, which is not carried out', () => {
      client.inject({ kind: 'permission-denied', action: 'QueueReload' });
      expect(watch(client.ami.list('DeviceStateList')).values).toHaveLength(3);
      const refused = client.request();
      expect(refused.error).toMatchObject({ name: 'ActionError', message: /Permission denied$/ });
      expect(client.exchange.carriedOut).toHaveLength(1);
      expect(client.request()).toMatchObject(done);
    });
  });
});
