import { Action } from '../../../../lib/index.js';
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

describe('a client under faults', () => {
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
  const losses = (): unknown[] =>
    status.values.flatMap((one) => (one.state === 'waiting' ? [one.cause] : []));
  const request = (): Watched<unknown> => watch(ami.request('QueueReload'));
  const ways = ['list', 'collect', 'request', 'action'] as const;
  const ask = (way: (typeof ways)[number]): Watched<unknown> => {
    const action = new Action('DeviceStateList');
    switch (way) {
      case 'list':
        return watch(ami.list(action));
      case 'collect':
        return watch(ami.collect(action));
      case 'request':
        return watch(ami.request(action));
      case 'action':
        return watch(ami.action(action));
    }
  };
  const done = { values: [expect.anything()], isComplete: true, error: undefined };

  describe('that are survived', () => {
    afterEach(() => {
      expect(losses()).toEqual([]);
    });

    it('waits through a stall', () => {
      reopen({ keepAlive });
      inject({ kind: 'stall', ms: 2000 });
      exchange.emit('Hangup', { Uniqueid: '1' });
      const waiting = request();
      exchange.clock.advance(1999);
      expect(events.values).toEqual([]);
      exchange.clock.advance(1);
      expect(events.values).toHaveLength(1);
      expect(waiting).toMatchObject(done);
    });

    it('recognises what a stall has kept back for longer than an action waits', () => {
      reopen({ actionTimeoutMs: 4000 });
      inject({ kind: 'stall', ms: 5000 });
      const waiting = request();
      exchange.clock.advance(4000);
      expect(waiting.error).toMatchObject({ name: 'ActionTimeoutError', outcome: 'unknown' });
      exchange.clock.advance(1000);
      expect(told()).toEqual([]);
    });

    it('puts together what drips', () => {
      inject({ kind: 'slow-drip', bytes: 1, gapMs: 1 });
      exchange.emit('Hangup', { CallerIDName: 'Jos\xc3\xa9' });
      const entries = watch(ami.list('DeviceStateList'));
      exchange.clock.advance(2000);
      expect(events.values.map((event) => event.get('CallerIDName'))).toEqual(['José']);
      expect(entries.values).toHaveLength(3);
      expect(told()).toEqual([]);
    });

    it('takes the first of two responses', () => {
      inject({ kind: 'duplicate-response' });
      expect(request()).toMatchObject(done);
      expect(told()).toEqual(['orphan-response']);
    });

    it.each(ways)('takes a list whose response comes twice, by %s', (way) => {
      inject({ kind: 'duplicate-response' });
      const answer = ask(way);
      expect(answer.isComplete).toBe(true);
      expect(answer.values).toHaveLength({ list: 3, collect: 1, request: 1, action: 6 }[way]);
      expect(events.values).toEqual([]);
    });

    it.each(ways)(
      'times out where the response is missing, though the entries of a list have come, by %s',
      (way) => {
        inject({ kind: 'missing-response' });
        const answer = ask(way);
        exchange.clock.advance(29_999);
        expect(answer.error).toBeUndefined();
        exchange.clock.advance(1);
        expect(answer.error).toMatchObject({ name: 'ActionTimeoutError', outcome: 'unknown' });
        expect(events.values).toEqual([]);
        expect(exchange.carriedOut).toHaveLength(1);
      },
    );

    it('does not take the next response for the one that is missing', () => {
      inject({ kind: 'missing-response' });
      const first = request();
      const second = request();
      expect(second).toMatchObject(done);
      expect(first).toMatchObject({ values: [], isComplete: false });
    });

    it.each(ways)('takes a response that its entries have overtaken, by %s', (way) => {
      inject({ kind: 'late-response', ms: 500 });
      const answer = ask(way);
      exchange.clock.advance(499);
      expect(answer.isComplete).toBe(false);
      exchange.clock.advance(1);
      expect(answer).toMatchObject({ isComplete: true, error: undefined });
      expect(answer.values).toHaveLength({ list: 3, collect: 1, request: 1, action: 5 }[way]);
      expect(events.values).toEqual([]);
    });

    it('recognises a response that is late for its action', () => {
      reopen({ actionTimeoutMs: 1000 });
      inject({ kind: 'late-response', ms: 1500 });
      const answer = request();
      exchange.clock.advance(1500);
      expect(answer.error).toMatchObject({ name: 'ActionTimeoutError', outcome: 'unknown' });
      expect(told()).toEqual([]);
      inject({ kind: 'late-response', ms: 2500 });
      request();
      exchange.clock.advance(2500);
      expect(told()).toEqual(['orphan-response']);
    });

    it('tells answers apart that change places', () => {
      inject({ kind: 'out-of-order-responses' });
      const list = watch(ami.collect('DeviceStateList'));
      const other = request();
      expect(list.values).toMatchObject([{ response: { message: 'Device states will follow' } }]);
      expect(other).toMatchObject(done);
      expect(told()).toEqual([]);
    });

    it('tells of a response that nobody awaits', () => {
      const list = watch(ami.collect('DeviceStateList'));
      inject({ kind: 'late-response', ms: 10 });
      const waiting = request();
      inject({ kind: 'unknown-response' });
      expect(told()).toEqual(['orphan-response']);
      expect(waiting.values).toEqual([]);
      expect(list.isComplete).toBe(true);
    });

    it('reads over garbage', () => {
      for (let seed = 0; seed < 50; seed++) inject({ kind: 'garbage', bytes: 200, seed });
      exchange.emit('Hangup', { Uniqueid: '1' });
      expect(events.values).toHaveLength(1);
      expect(request()).toMatchObject(done);
      expect(new Set(told())).toEqual(new Set(['unclassified-message', 'malformed-line']));
    });

    it('loses the message that garbage has run into, and no more', () => {
      inject({ kind: 'garbage', bytes: 10, isClosed: false });
      const spoilt = request();
      exchange.emit('Hangup', { Uniqueid: '1' });
      exchange.clock.advance(30_000);
      expect(spoilt.error).toMatchObject({ name: 'ActionTimeoutError', outcome: 'unknown' });
      expect(events.values).toHaveLength(1);
      expect(told()).toContain('unclassified-message');
    });

    it('reads bytes that are no text', () => {
      inject({ kind: 'invalid-utf8' });
      expect(events.values.map((event) => event.get('Text'))).toEqual([
        '\uFFFD \uFFFD\uFFFD \uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD Jos\uFFFD',
      ]);
      expect(told()).toEqual(['malformed-line']);
    });

    it('reads bytes that are no text as they are by another encoding', () => {
      reopen({ encoding: 'latin1' });
      inject({ kind: 'invalid-utf8' });
      expect(events.values[0]?.get('Text')).toMatch(/^\x80 \xc0\xaf .* José$/);
      expect(told()).toEqual([]);
    });

    it('fails a list that does not end, alone', () => {
      reopen({ limits: { maxListEntries: 100 }, actionTimeoutMs: 5000 });
      inject({ kind: 'endless-list', entries: 200, everyMs: 10 });
      const list = watch(ami.list('DeviceStateList'));
      const behind = request();
      exchange.clock.advance(2009);
      expect(list.values).toHaveLength(101);
      expect(list.error).toMatchObject({ name: 'ProtocolError' });
      expect(behind.values).toEqual([]);
      exchange.clock.advance(1);
      expect(behind).toMatchObject(done);
      expect(events.values).toEqual([]);
    });

    it('bears a long list, and times out what waits behind it', () => {
      reopen({ actionTimeoutMs: 4000, keepAlive });
      inject({ kind: 'endless-list' });
      const list = watch(ami.list('DeviceStateList'));
      const behind = request();
      exchange.clock.advance(10_010);
      expect(list).toMatchObject({ isComplete: true, error: undefined });
      expect(list.values).toHaveLength(1003);
      expect(behind.error).toMatchObject({ name: 'ActionTimeoutError', outcome: 'unknown' });
    });

    it('fails a list that is given up, with what had come', () => {
      inject({ kind: 'list-cancelled', entries: 2 });
      const list = watch(ami.collect('DeviceStateList'));
      expect(list.error).toMatchObject({ name: 'ListCancelledError', entries: { length: 2 } });
      expect(watch(ami.list('DeviceStateList')).values).toHaveLength(3);
    });

    it('fails an action that is refused, which is not carried out', () => {
      inject({ kind: 'permission-denied', action: 'QueueReload' });
      expect(watch(ami.list('DeviceStateList')).values).toHaveLength(3);
      const refused = request();
      expect(refused.error).toMatchObject({ name: 'ActionError', message: /Permission denied$/ });
      expect(exchange.carriedOut).toHaveLength(1);
      expect(request()).toMatchObject(done);
    });
  });
});
