import { parkingLotKind } from '../../../lib/live/parking/parking-lot-model.js';
import { entriesOf } from '../support/recorded-lists.js';
import { Tracked } from '../support/tracked.js';
import { eventOf } from '../support/written-events.js';

const lots = entriesOf('a22-lists-busy', 'Parkinglot');
const defaultLot = { name: 'default', firstSpace: 701, lastSpace: 720, timeoutMs: 45_000 };

describe('parking lots', () => {
  it('are read from the list', () => {
    const tracked = new Tracked(parkingLotKind).seed({ Parkinglots: lots });
    expect(tracked.state).toEqual([defaultLot]);
  });

  it('change with the list only', () => {
    const tracked = new Tracked(parkingLotKind).seed({ Parkinglots: lots });
    tracked.check({ Parkinglots: lots });
    const other = { Name: 'vip', StartSpace: '801', StopSpace: '801', Timeout: '0' };
    tracked.check({ Parkinglots: [eventOf('Parkinglot', other)] });
    expect(tracked.story).toEqual([
      'added default seed',
      'added vip check',
      'removed default check',
    ]);
    expect(tracked.get('vip')?.timeoutMs).toBeUndefined();
  });

  it('are looked for again when a call is parked in an unknown one', () => {
    const tracked = new Tracked(parkingLotKind).seed({ Parkinglots: lots });
    tracked.take(eventOf('ParkedCall', { Parkinglot: 'default' }), eventOf('ParkedCall', {}));
    expect(tracked.stale).toBe(0);
    tracked.take(eventOf('ParkedCall', { Parkinglot: 'dynamic-1' }));
    expect(tracked.stale).toBe(1);
  });

  it('are left alone by a list that is refused or odd', () => {
    const tracked = new Tracked(parkingLotKind).seed({ Parkinglots: lots }).seed({});
    expect(tracked.state).toEqual([defaultLot]);
    tracked.seed({ Parkinglots: [eventOf('Parkinglot', {})] });
    expect(tracked.state).toEqual([]);
  });
});
