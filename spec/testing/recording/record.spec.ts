import { parseRecording, record } from '../../../lib/testing/index.js';
import type { RecordedEntry } from '../../../lib/testing/index.js';
import { FakeExchange } from '../../support/fake-exchange.js';
import { watch } from '../../support/watch.js';

describe('record', () => {
  it('has every line with its time, and the ends of sessions', () => {
    const exchange = new FakeExchange();
    const ami = exchange.online({ reconnect: { initialDelayMs: 1000, jitter: 'none' } });
    exchange.clock.advance(500);
    const startedAt = exchange.clock.now();
    const recorded = watch(record(ami));
    exchange.clock.advance(20);
    exchange.socket.reply({ Event: 'Hangup', Cause: 16 });
    exchange.clock.advance(5);
    exchange.socket.finish();
    exchange.clock.advance(1000);
    ami.close();
    expect(recorded.isComplete).toBe(true);
    const recording = parseRecording(recorded.values.join(''));
    expect(recording.startedAt).toBe(startedAt);
    const [event, cause, empty, end, greeting]: (RecordedEntry | undefined)[] = [
      ...recording.entries,
    ];
    expect([event, cause, empty]).toEqual([
      { type: 'line', atMs: 20, line: 'Event: Hangup' },
      { type: 'line', atMs: 20, line: 'Cause: 16' },
      { type: 'line', atMs: 20, line: '' },
    ]);
    expect(end).toMatchObject({ type: 'end', atMs: 25 });
    expect(greeting).toEqual({ type: 'line', atMs: 1025, line: 'Asterisk Call Manager/11.0.0' });
  });

  it('tells of no end where nothing had begun', () => {
    const exchange = new FakeExchange();
    exchange.dialled = () => new Error('down');
    const ami = exchange.connect({ reconnect: { initialDelayMs: 1000, jitter: 'none' } });
    const recorded = watch(record(ami));
    exchange.clock.advance(10_000);
    ami.close();
    expect(parseRecording(recorded.values.join('')).entries).toEqual([]);
  });

  it('begins on each subscription, and ends with it', () => {
    const exchange = new FakeExchange();
    const ami = exchange.online();
    const recording$ = record(ami);
    const first = watch(recording$);
    exchange.socket.reply({ Event: 'Hangup' });
    const second = watch(recording$);
    exchange.clock.advance(10);
    exchange.socket.reply({ Event: 'Newstate' });
    expect(parseRecording(first.values.join('')).entries).toHaveLength(4);
    expect(parseRecording(second.values.join('')).entries).toHaveLength(2);
    ami.close();
  });

  it('fails with the client', () => {
    const exchange = new FakeExchange();
    const ami = exchange.online({ reconnect: false });
    const recorded = watch(record(ami));
    exchange.socket.finish();
    expect(recorded.error).toMatchObject({ code: 'AMI_CONNECTION_LOST' });
  });
});
