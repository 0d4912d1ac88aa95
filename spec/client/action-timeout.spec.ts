import { createAction } from '../../lib/index.js';
import type { AmiClient, ActionFields } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

describe('the time-out of an action', () => {
  let exchange: FakeExchange;
  let ami: AmiClient;

  beforeEach(() => {
    exchange = new FakeExchange();
    ami = exchange.online({ actionTimeoutMs: 1000 });
  });

  it('fails it with an unknown outcome, and leaves the session alone', () => {
    const ping = watch(ami.request('Ping'));
    exchange.clock.advance(999);
    expect(ping.error).toBeUndefined();
    exchange.clock.advance(1);
    expect(ping.error).toMatchObject({
      name: 'ActionTimeoutError',
      outcome: 'unknown',
      timeoutMs: 1000,
      actionId: exchange.asked[0]?.actionId,
    });
    expect(ami.pending).toBe(0);
    expect(exchange.sockets).toHaveLength(1);
  });

  it('starts over with every message of a list', () => {
    const list = watch(ami.list('CoreShowChannels'));
    const [action] = exchange.asked;
    exchange.clock.advance(900);
    exchange.socket.reply({ Response: 'Success', EventList: 'start' }, action);
    for (let i = 0; i < 10; i++) {
      exchange.clock.advance(900);
      exchange.socket.reply({ Event: 'CoreShowChannel' }, action);
    }
    expect(list.values).toHaveLength(10);
    exchange.clock.advance(999);
    expect(list.error).toBeUndefined();
    exchange.clock.advance(1);
    expect(list.error).toMatchObject({ name: 'ActionTimeoutError', timeoutMs: 1000 });
  });

  it('tells whether the action had been accepted', () => {
    const call = watch(ami.action('Originate', { Channel: 'a', Async: true, Timeout: 1 }));
    const ping = watch(ami.request('Ping'));
    exchange.socket.reply({ Response: 'Success' }, exchange.asked[0]);
    exchange.clock.advance(2000);
    expect(call.error).toMatchObject({
      isAccepted: true,
      message: expect.stringMatching(/accepted/),
    });
    expect(ping.error).toMatchObject({
      isAccepted: false,
      message: expect.stringMatching(/no answer/),
    });
  });

  it('keeps what comes too late out of events$', () => {
    const events = watch(ami.events$);
    const diagnostics = watch(ami.diagnostics$);
    const list = watch(ami.list('CoreShowChannels'));
    const [action] = exchange.asked;
    exchange.clock.advance(1500);
    expect(list.error).toMatchObject({ name: 'ActionTimeoutError' });
    exchange.socket.reply({ Response: 'Success', EventList: 'start' }, action);
    exchange.socket.reply({ Event: 'CoreShowChannel' }, action);
    exchange.socket.reply({ Event: 'CoreShowChannelsComplete', EventList: 'Complete' }, action);
    expect(events.values).toEqual([]);
    expect(diagnostics.values).toEqual([]);
  });

  it.each<[string, ActionFields, number]>([
    ['Originate', { Async: true }, 31_000],
    ['Originate', { Async: true, Timeout: 5000 }, 6000],
    ['Originate', { Timeout: 2000 }, 3000],
    ['WaitEvent', { Timeout: 4 }, 5000],
    ['Command', { Command: 'core show channels' }, 1000],
  ])('adds what %s %j itself may take: %d ms', (name, fields, ms) => {
    const action = watch(ami.action(createAction(name, fields)));
    exchange.clock.advance(ms - 1);
    expect(action.error).toBeUndefined();
    exchange.clock.advance(1);
    expect(action.error).toMatchObject({ name: 'ActionTimeoutError', timeoutMs: ms });
  });

  it('adds it as well where the catalogue words the fields', () => {
    const action = watch(ami.action('Originate', { Channel: 'a', Async: true, Timeout: 5000 }));
    expect(exchange.asked[0]?.get('Async')).toBe('yes');
    exchange.clock.advance(5999);
    expect(action.error).toBeUndefined();
    exchange.clock.advance(1);
    expect(action.error).toMatchObject({ name: 'ActionTimeoutError', timeoutMs: 6000 });
  });

  it('leaves no timer behind an answer', () => {
    exchange.answer = (action, socket) => {
      socket.reply({ Response: 'Success' }, action);
    };
    for (let i = 0; i < 100; i++) watch(ami.request('Ping'));
    expect(exchange.clock.pending).toBe(0);
  });
});
