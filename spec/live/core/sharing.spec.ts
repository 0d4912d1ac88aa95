import { watch } from '../../support/watch.js';
import { bridgeKind } from '../../../lib/live/bridges/bridge-model.js';
import { callKind } from '../../../lib/live/calls/call-model.js';
import { channelKind } from '../../../lib/live/channels/channel-model.js';
import { deviceKind } from '../../../lib/live/devices/device-model.js';
import { endpointKind } from '../../../lib/live/endpoints/endpoint-model.js';
import { liveOf } from '../../../lib/live/core/live-of.js';
import { ListingExchange } from './listing-exchange.js';
import { doorKind, lampKind } from './things.js';

describe('Live states of one client', () => {
  let exchange: ListingExchange;

  beforeEach(() => {
    exchange = new ListingExchange();
    exchange.lists.LampList = { hall: 'on' };
    exchange.lists.DoorList = { front: 'shut' };
  });

  it('ask for each list once, whoever subscribes to whatever, whenever', () => {
    const lamps = exchange.live(lampKind);
    watch(lamps.state$);
    watch(lamps.values$);
    watch(exchange.live(doorKind).changes$);
    watch(exchange.live(lampKind).watch('hall'));
    exchange.clock.advance(1000);
    watch(lamps.changes$);
    watch(exchange.live(doorKind).values$);
    exchange.clock.advance(1000);
    expect(exchange.asked.map((action) => action.get('Action')).sort()).toEqual([
      ...['DoorList', 'LampList', 'Ping', 'Ping'],
    ]);
  });

  it('ask for a list once that two of them need', () => {
    Object.assign(exchange.lists, { CoreShowChannels: {}, BridgeList: {} });
    const { ami } = exchange;
    const states = [callKind, channelKind, bridgeKind].map((kind) =>
      watch(liveOf<unknown>(ami, kind).state$),
    );
    exchange.clock.advance(1000);
    for (const { values } of states) expect(values).toEqual(['syncing', 'live']);
    expect(exchange.countOf('CoreShowChannels')).toBe(1);
    expect(exchange.countOf('BridgeList')).toBe(1);
  });

  it('are asked for once though one is put to use by the first word of another', () => {
    exchange.live(lampKind).state$.subscribe((state) => {
      if (state === 'syncing') watch(exchange.live(doorKind).state$);
    });
    exchange.clock.advance(1000);
    expect([exchange.countOf('LampList'), exchange.countOf('DoorList')]).toEqual([1, 1]);
  });

  it('are kept for as long as one of them that builds on them', () => {
    const { ami } = exchange;
    const devices = liveOf(ami, deviceKind);
    const endpoints = watch(liveOf(ami, endpointKind).state$);
    const own = watch(devices.state$);
    exchange.clock.advance();
    own.subscription.unsubscribe();
    exchange.socket.reply({ Event: 'DeviceStateChange', Device: 'SIP/a', State: 'INUSE' });
    expect([...devices.current.keys()]).toEqual(['SIP/a']);
    endpoints.subscription.unsubscribe();
    expect(devices.current.size).toBe(0);
    expect(exchange.timers).toBe(0);
  });
});
