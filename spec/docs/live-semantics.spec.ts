import type { Observable } from 'rxjs';
import type { AmiClient, Message } from '../../lib/index.js';
import { liveBridges, liveCalls, liveChannels } from '../../lib/live/index.js';
import type { Change, Live } from '../../lib/live/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import type { FakeSocket } from '../support/fake-socket.js';

/** A channel as an event or an entry of a list names it. */
function channel(id: string): Record<string, string> {
  return {
    Channel: `PJSIP/${id}`,
    ChannelState: '4',
    ChannelStateDesc: 'Ring',
    CallerIDNum: id,
    CallerIDName: '<unknown>',
    ConnectedLineNum: '<unknown>',
    ConnectedLineName: '<unknown>',
    Language: 'en',
    AccountCode: '',
    Context: 'default',
    Exten: '1',
    Priority: '1',
    Uniqueid: id,
    Linkedid: id,
  };
}

describe('what docs/semantics.md tells of live state', () => {
  let exchange: FakeExchange;
  let ami: AmiClient;
  let log: string[];
  /** The channels that are listed; without them the list is refused. */
  let listed: string[] | undefined;
  let asked: string[];
  let diagnostics: string[];

  const follow = <V>(name: string, { changes$, state$ }: Live<V>): void => {
    changes$.subscribe((change) => log.push(`${name} ${inShort(change)}`));
    state$.subscribe((state) => log.push(`${name} ${state}`));
  };
  const answer = (action: Message, socket: FakeSocket): void => {
    const name = action.get('Action') ?? '';
    asked.push(name);
    if (name === 'Ping') socket.reply({ Response: 'Success', Ping: 'Pong' }, action);
    if (!/^(CoreShowChannels|BridgeList)$/.test(name)) return;
    if (listed === undefined) {
      socket.reply({ Response: 'Error', Message: 'Permission denied' }, action);
      return;
    }
    socket.reply({ Response: 'Success', EventList: 'start' }, action);
    for (const id of name === 'BridgeList' ? [] : listed) {
      socket.reply({ Event: 'CoreShowChannel', ...channel(id) }, action);
    }
    socket.reply({ Event: `${name}Complete`, EventList: 'Complete' }, action);
  };
  const tell = (name: string, id: string): void => {
    exchange.socket.reply({ Event: name, ...channel(id), Cause: '16', 'Cause-txt': 'Normal' });
  };
  /** What has been logged since the last time. */
  const news = (): string[] => log.splice(0);

  beforeEach(() => {
    exchange = new FakeExchange();
    exchange.answer = answer;
    log = [];
    listed = ['a'];
    asked = [];
    diagnostics = [];
    ami = exchange.online({ reconnect: { jitter: 'none' } });
    ami.diagnostics$.subscribe(({ type }) => diagnostics.push(type));
  });

  afterEach(() => {
    ami.close();
  });

  it('nothing is asked for before a subscription, nor after the last one has ended', () => {
    const live = liveChannels(ami);
    expect(live).toBe(liveChannels(ami, { checkMs: 60_000 }));
    expect(asked).toEqual([]);
    const subscription = live.changes$.subscribe();
    expect(asked).toEqual(['CoreShowChannels', 'Ping']);
    subscription.unsubscribe();
    exchange.clock.advance(120_000);
    expect(asked).toHaveLength(2);
    expect(live.current.size).toBe(0);
  });

  it('kinds share the lists that they need at once', () => {
    follow('calls', liveCalls(ami));
    expect(asked.sort()).toEqual(['BridgeList', 'CoreShowChannels', 'Ping']);
  });

  it('a new subscriber is told of all at once, then of each change', () => {
    follow('channels', liveChannels(ami));
    expect(news()).toEqual(['channels added a seed', 'channels live']);
    tell('Newchannel', 'b');
    expect(news()).toEqual(['channels added b Newchannel']);
    follow('late', liveChannels(ami));
    expect(news()).toEqual(['late added a seed', 'late added b seed', 'late live']);
  });

  it('what builds on others is told of after them; an end is an update before it is a removal', () => {
    follow('calls', liveCalls(ami));
    follow('channels', liveChannels(ami));
    follow('bridges', liveBridges(ami));
    news();
    tell('Hangup', 'a');
    expect(news()).toEqual([
      'channels updated a Hangup',
      'channels removed a Hangup',
      'calls updated a Hangup',
      'calls removed a Hangup',
    ]);
    tell('NewCallerid', 'a');
    expect(news()).toEqual([]);
  });

  it('a loss makes it stale, and what differs afterwards is told as one difference', () => {
    listed = ['a', 'b'];
    follow('channels', liveChannels(ami));
    news();
    exchange.socket.fail(new Error('reset'));
    expect(news()).toEqual(['channels stale']);
    listed = ['b', 'c'];
    exchange.answer = (action, socket) => {
      tell('Newchannel', 'd');
      tell('Hangup', 'd');
      tell('Newexten', 'b');
      answer(action, socket);
    };
    exchange.clock.advance(1000);
    const told = news();
    expect(told[0]).toBe('channels syncing');
    expect(told.at(-1)).toBe('channels live');
    const changes = told.slice(1, -1);
    expect(changes).toContain('channels removed a resync');
    expect(changes).toContain('channels added c resync');
    expect(changes.filter((text) => text.includes(' b '))).toEqual([]);
  });

  it('a check believes a difference the second time, and tells of what was lost', () => {
    follow('channels', liveChannels(ami));
    news();
    listed = [];
    exchange.clock.advance(60_000);
    exchange.clock.advance(500);
    expect(news()).toEqual([]);
    exchange.clock.advance(1500);
    expect(news()).toEqual(['channels removed a check']);
    expect(diagnostics).toEqual(['state-repaired']);
  });

  it('a check does not believe what is not there the second time', () => {
    follow('channels', liveChannels(ami));
    news();
    listed = [];
    exchange.clock.advance(60_500);
    listed = ['a'];
    exchange.clock.advance(3000);
    expect(news()).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  it('a list that is refused is told of once, and the rest goes on by events', () => {
    listed = undefined;
    follow('channels', liveChannels(ami));
    expect(diagnostics).toEqual(['list-unavailable']);
    tell('Newchannel', 'b');
    exchange.clock.advance(180_000);
    expect(news()).toEqual(['channels live', 'channels added b Newchannel']);
    expect(diagnostics).toHaveLength(1);
  });

  it('the streams end as the client does', () => {
    const ends: string[] = [];
    const { changes$, values$, state$ } = liveChannels(ami);
    const streams: Observable<unknown>[] = [changes$, values$, state$];
    for (const stream$ of streams) stream$.subscribe({ complete: () => ends.push('complete') });
    ami.close();
    expect(ends).toEqual(['complete', 'complete', 'complete']);
  });
});

function inShort({ type, key, cause }: Change<unknown>): string {
  return `${type} ${key} ${cause.type === 'event' ? cause.event.name : cause.type}`;
}
