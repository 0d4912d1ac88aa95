import { liveChannels, liveDevices, liveExchange, liveMailboxes } from '../../lib/live/index.js';
import { watch } from '../support/watch.js';
import { ListingExchange } from './core/listing-exchange.js';

/** What a whole exchange is read from. */
const lists = [
  'Agents',
  'BridgeList',
  'ConfbridgeListRooms',
  'CoreShowChannels',
  'DeviceStateList',
  'ExtensionStateList',
  'IAXpeerlist',
  'IAXregistry',
  'PJSIPShowEndpoints',
  'PJSIPShowRegistrationInboundContactStatuses',
  'PJSIPShowRegistrationsOutbound',
  'ParkedCalls',
  'Parkinglots',
  'PresenceStateList',
  'QueueStatus',
  'SIPpeers',
  'SIPshowregistry',
  'VoicemailUsersList',
];

describe('liveExchange', () => {
  let exchange: ListingExchange;

  beforeEach(() => {
    exchange = new ListingExchange();
    for (const list of lists) exchange.lists[list] = {};
  });

  const asked = (): string[] =>
    exchange.asked.map((action) => action.get('Action') ?? '').filter((name) => name !== 'Ping');

  it('reads everything in one go, each list once', () => {
    exchange.listMs = 100;
    const state = watch(liveExchange(exchange.ami).state$);
    exchange.clock.advance(99);
    expect(state.values).toEqual(['syncing']);
    exchange.clock.advance(1);
    expect(state.values).toEqual(['syncing', 'live']);
    expect(asked().sort()).toEqual(lists);
  });

  it('is live, and empty, on a server that has nothing of all this', () => {
    for (const list of lists) exchange.lists[list] = undefined;
    const { values: told } = watch(exchange.ami.diagnostics$);
    const state = watch(liveExchange(exchange.ami).state$);
    exchange.clock.advance();
    expect(state.values).toEqual(['syncing', 'live']);
    expect(told).toEqual([]);
  });

  it('keeps every kind for as long as its state is subscribed to', () => {
    const whole = liveExchange(exchange.ami);
    const { subscription } = watch(whole.state$);
    exchange.clock.advance();
    exchange.socket.reply({ Event: 'DeviceStateChange', Device: 'SIP/a', State: 'INUSE' });
    exchange.socket.reply({
      Event: 'MessageWaiting',
      Mailbox: '1@default',
      Waiting: 1,
      New: 2,
      Old: 0,
    });
    expect(whole.devices.current.get('SIP/a')).toMatchObject({ state: 'in-use' });
    expect(whole.mailboxes.current.get('1@default')).toMatchObject({ newMessages: 2 });
    subscription.unsubscribe();
    expect(whole.devices.current.size + whole.mailboxes.current.size).toBe(0);
    expect(exchange.timers).toBe(0);
  });

  it('shares its kinds with those that are kept alone', () => {
    const { ami } = exchange;
    const whole = liveExchange(ami);
    expect(whole.channels).toBe(liveChannels(ami));
    expect(whole.mailboxes).toBe(liveMailboxes(ami));
    const alone = watch(whole.devices.state$);
    exchange.clock.advance();
    expect(asked()).toEqual(['DeviceStateList']);
    watch(whole.state$);
    watch(liveDevices(ami).values$);
    exchange.clock.advance();
    expect(alone.values).toEqual(['syncing', 'live']);
    // The endpoints need it too, but it is known.
    expect(asked().filter((name) => name === 'DeviceStateList')).toHaveLength(1);
  });

  it('is stale with a lost session, and live again when all has been read again', () => {
    const state = watch(liveExchange(exchange.ami).state$);
    exchange.clock.advance();
    exchange.lose();
    exchange.clock.advance();
    expect(state.values).toEqual(['syncing', 'live', 'stale', 'syncing', 'live']);
  });

  it('completes with the client, and errors with what is final', () => {
    const closed = watch(liveExchange(exchange.ami).state$);
    exchange.clock.advance();
    exchange.ami.close();
    expect(closed).toMatchObject({ isComplete: true });
    const refused = new ListingExchange();
    refused.refusal = 'Authentication failed';
    const error = { name: 'AuthenticationError' };
    expect(watch(liveExchange(refused.ami).state$)).toMatchObject({ error });
  });

  it('has options of its own', () => {
    const whole = liveExchange(exchange.ami, { checkMs: 0 });
    watch(whole.state$);
    exchange.clock.advance(3_600_000);
    expect(asked().sort()).toEqual(lists);
    expect(whole.devices).toBe(liveDevices(exchange.ami, { checkMs: 0 }));
  });
});
