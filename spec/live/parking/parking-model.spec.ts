import fc from 'fast-check';
import { parkingKind } from '../../../lib/live/parking/parking-model.js';
import { newsOf } from '../support/fold.js';
import { entriesOf } from '../support/recorded-lists.js';
import { Tracked } from '../support/tracked.js';
import { eventOf } from '../support/written-events.js';

const park = newsOf('a16-park').filter(({ name }) => /Park|^Hangup$/.test(name));
const [parked] = park;
if (parked === undefined) throw new Error('nobody parks');

/** Nobody has recorded these: written by the catalogue. */
function parkingEvent(name: string, id: string, space = '701'): ReturnType<typeof eventOf> {
  return eventOf(name, {
    Privilege: 'call,all',
    ParkeeChannel: `PJSIP/phone-${id}`,
    ParkeeCallerIDNum: id,
    ParkeeCallerIDName: '<unknown>',
    ParkeeUniqueid: id,
    ParkerDialString: 'PJSIP/boss',
    Parkinglot: 'default',
    ParkingSpace: space,
    ParkingTimeout: '45',
    ParkingDuration: '0',
  });
}

describe('parked calls by events', () => {
  it('holds who is parked, where and how long', () => {
    const tracked = new Tracked(parkingKind).take(parked);
    expect(tracked.state).toEqual([
      {
        id: '1795397052.178',
        channel: 'Local/110@default-00000033;1',
        caller: { number: '412', name: undefined },
        lot: 'default',
        space: 701,
        parker: 'Local/110@default',
        parkedAt: 1000,
        timeoutAt: 2000,
      },
    ]);
  });

  it('ends with the time-out, in Asterisk 16', () => {
    expect(new Tracked(parkingKind).take(...newsOf('a16-park')).story).toEqual([
      'added 1795397052.178 ParkedCall',
      'removed 1795397052.178 ParkedCallTimeOut',
    ]);
  });

  it('ends with giving up, in Asterisk 22', () => {
    expect(new Tracked(parkingKind).take(...newsOf('a22-setup-all-events')).story).toEqual([
      'added 1795396715.8 ParkedCall',
      'removed 1795396715.8 ParkedCallGiveUp',
    ]);
  });

  it('ends when it is picked up', () => {
    const tracked = new Tracked(parkingKind).take(
      parkingEvent('ParkedCall', '1.1'),
      parkingEvent('UnParkedCall', '1.1'),
    );
    expect(tracked.story).toEqual(['added 1.1 ParkedCall', 'removed 1.1 UnParkedCall']);
  });

  it('ends with the channel, whatever was lost', () => {
    const tracked = new Tracked(parkingKind).take(
      parkingEvent('ParkedCall', '1.1'),
      eventOf('Hangup', { Uniqueid: '1.1' }),
    );
    expect(tracked.state).toEqual([]);
  });

  it('gives the space to the one who takes the place of another', () => {
    const tracked = new Tracked(parkingKind).take(
      parkingEvent('ParkedCall', '1.1', '701'),
      parkingEvent('ParkedCall', '1.2', '702'),
      parkingEvent('ParkedCallSwap', '1.3', '701'),
    );
    expect(tracked.state.map(({ id, space }) => [id, space])).toEqual([
      ['1.2', 702],
      ['1.3', 701],
    ]);
  });

  it('follows a channel that is renamed', () => {
    const rename = { Channel: 'PJSIP/phone-1.1', Newname: 'PJSIP/other', Uniqueid: '1.1' };
    const tracked = new Tracked(parkingKind).take(
      parkingEvent('ParkedCall', '1.1'),
      eventOf('Rename', rename),
    );
    expect(tracked.get('1.1')?.channel).toBe('PJSIP/other');
  });

  it('has no moment of time-out where there is none', () => {
    const forEver = { ParkeeUniqueid: '1.1', Parkinglot: 'default', ParkingSpace: '701' };
    const tracked = new Tracked(parkingKind).take(
      eventOf('ParkedCall', { ...forEver, ParkingTimeout: '0', ParkingDuration: '0' }),
    );
    expect(tracked.get('1.1')?.timeoutAt).toBeUndefined();
    // After three seconds there are less than none left, in an unsigned number.
    const listed = { ParkingTimeout: '18446744073709551613', ParkingDuration: '3' };
    tracked.seed({ ParkedCalls: [eventOf('ParkedCall', { ...forEver, ...listed })] });
    expect(tracked.get('1.1')?.timeoutAt).toBeUndefined();
  });

  it('makes nothing of events that lack what matters', () => {
    const tracked = new Tracked(parkingKind).take(
      eventOf('ParkedCall', {}),
      eventOf('ParkedCall', { ParkeeUniqueid: '1.1', Parkinglot: 'default' }),
      eventOf('ParkedCall', { ParkeeUniqueid: '1.1', Parkinglot: 'default', ParkingSpace: 'x' }),
      eventOf('UnParkedCall', {}),
      eventOf('ParkedCallTimeOut', { ParkeeUniqueid: '9.9' }),
      eventOf('ParkedCallSwap', {}),
      eventOf('Hangup', {}),
      eventOf('Rename', { Uniqueid: '1.1' }),
    );
    expect(tracked.changes).toEqual([]);
  });
});

describe('parked calls by the list', () => {
  it.each(['a16-lists-busy', 'a22-lists-busy'])('reads %s', (recording) => {
    const entries = entriesOf(recording, 'ParkedCall');
    const tracked = new Tracked(parkingKind);
    tracked.at = 100_000;
    tracked.seed({ ParkedCalls: entries });
    const duration = recording.startsWith('a16') ? 8000 : 7000;
    expect(tracked.state).toMatchObject([
      { lot: 'default', space: 701, parkedAt: 100_000 - duration, timeoutAt: 145_000 - duration },
    ]);
  });

  it('takes away who is not listed, unless parked since it was asked for', () => {
    const tracked = new Tracked(parkingKind)
      .take(parkingEvent('ParkedCall', '1.1', '701'))
      .seed({ ParkedCalls: [] }, { meanwhile: [parkingEvent('ParkedCall', '1.2', '702')] });
    expect(tracked.keys).toEqual(['1.2']);
  });

  it('leaves alone what it is refused', () => {
    expect(new Tracked(parkingKind).take(parked).seed({}).keys).toEqual(['1795397052.178']);
  });

  it('finds nothing where no event was lost', () => {
    const tracked = new Tracked(parkingKind).take(parked);
    const { length } = tracked.changes;
    tracked.check({ ParkedCalls: entriesOf('a16-park', 'ParkedCall') });
    expect(tracked.changes).toHaveLength(length);
  });
});

it('ends in the same state wherever the list comes', () => {
  // Each is parked, and some leave; the list may know more than the events before it.
  const events = [
    parkingEvent('ParkedCall', '1.1', '701'),
    parkingEvent('ParkedCall', '1.2', '702'),
    parkingEvent('UnParkedCall', '1.1', '701'),
    parkingEvent('ParkedCall', '1.3', '701'),
    parkingEvent('ParkedCallSwap', '1.4', '702'),
    parkingEvent('ParkedCallGiveUp', '1.3', '701'),
    parkingEvent('ParkedCall', '1.1', '703'),
  ];
  const listAfter = (count: number): ReturnType<typeof eventOf>[] =>
    new Tracked(parkingKind)
      .take(...events.slice(0, count))
      .state.map(({ id, space }) => parkingEvent('ParkedCall', id, String(space)));
  const last = events.length;
  fc.assert(
    fc.property(fc.nat(last), fc.nat(last), fc.nat(last), (a, b, c) => {
      const [asked = 0, came = 0, made = 0] = [a, b, c].sort((one, other) => one - other);
      const tracked = new Tracked(parkingKind)
        .take(...events.slice(0, asked))
        .seed({ ParkedCalls: listAfter(made) }, { meanwhile: events.slice(asked, came) })
        .take(...events.slice(came));
      const places = tracked.state.map(({ id, space }) => `${id} ${String(space)}`);
      expect(places.sort()).toEqual(['1.1 703', '1.4 702']);
    }),
  );
});
