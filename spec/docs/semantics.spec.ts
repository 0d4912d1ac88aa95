import type { Observable } from 'rxjs';
import type { AmiClient, ConnectOptions } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';

/** What happens to the streams and actions of a client, in one log. */
class Log {
  readonly entries: string[] = [];

  constructor(private readonly ami: AmiClient) {
    this.#follow('messages$', ami.messages$);
    this.#follow('responses$', ami.responses$);
    this.#follow('events$', ami.events$);
    this.#follow('event()', ami.event('Hangup'));
    this.#follow('diagnostics$', ami.diagnostics$);
    ami.status$.subscribe({
      next: ({ state }) => this.entries.push(`status$ ${state}`),
      complete: () => this.entries.push('status$ complete'),
    });
    this.entries.length = 0;
  }

  send(label: string): void {
    this.#follow(label, this.ami.action('Ping', { Label: label }));
  }

  #follow(label: string, stream: Observable<unknown>): void {
    stream.subscribe({
      next: () => this.entries.push(label),
      error: () => this.entries.push(`${label} error`),
      complete: () => this.entries.push(`${label} complete`),
    });
  }
}

describe('the order that docs/semantics.md tells', () => {
  let exchange: FakeExchange;
  const online = (options: ConnectOptions = {}): AmiClient => exchange.online(options);

  beforeEach(() => {
    exchange = new FakeExchange();
  });

  it('of a response: messages$, responses$, the action', () => {
    const log = new Log(online());
    log.send('action');
    exchange.socket.reply({ Response: 'Success' }, exchange.asked[0]);
    expect(log.entries).toEqual(['messages$', 'responses$', 'action', 'action complete']);
  });

  it('of an event: the action, messages$, events$, event()', () => {
    const ami = online();
    const log = new Log(ami);
    log.send('action');
    exchange.socket.reply(
      { Event: 'Hangup', Channel: 'a', ChannelState: 6, Uniqueid: '1', Linkedid: '1', Cause: 16 },
      exchange.asked[0],
    );
    expect(log.entries).toEqual(['action', 'messages$', 'events$', 'event()']);
  });

  it('of a loss that is renewed: the status, then what is in flight', () => {
    const log = new Log(online());
    log.send('first');
    log.send('second');
    exchange.socket.fail(new Error('reset'));
    expect(log.entries).toEqual(['status$ waiting', 'first error', 'second error']);
  });

  it('of held actions: they are written before online is told', () => {
    const ami = online({ reconnect: { jitter: 'none' } });
    exchange.socket.finish();
    const log = new Log(ami);
    log.send('held');
    exchange.answer = (action, socket) => {
      log.entries.push('written');
      socket.reply({ Response: 'Success' }, action);
    };
    exchange.clock.advance(1000);
    expect(log.entries.filter((entry) => /written|online/.test(entry))).toEqual([
      'written',
      'status$ online',
    ]);
  });

  it('of a final error: status, held, streams, diagnostics, in flight', () => {
    const log = new Log(online({ reconnect: false }));
    log.send('in flight');
    exchange.socket.fail(new Error('reset'));
    expect(log.entries).toEqual([
      'status$ closed',
      'status$ complete',
      'messages$ error',
      'responses$ error',
      'events$ error',
      'event() error',
      'diagnostics$ complete',
      'in flight error',
    ]);
  });

  it('of close(): in flight, status, streams, diagnostics', () => {
    const ami = online();
    const log = new Log(ami);
    log.send('in flight');
    ami.close();
    expect(log.entries).toEqual([
      'in flight error',
      'status$ closed',
      'status$ complete',
      'messages$ complete',
      'responses$ complete',
      'events$ complete',
      'event() complete',
      'diagnostics$ complete',
    ]);
  });

  it('of close() without a session: what is held fails between status and streams', () => {
    const ami = exchange.connect();
    const log = new Log(ami);
    log.send('held');
    ami.close();
    expect(log.entries.slice(0, 4)).toEqual([
      'status$ closed',
      'status$ complete',
      'held error',
      'messages$ complete',
    ]);
  });
});
