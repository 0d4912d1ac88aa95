import { liveParking, liveParkingLots } from '../../../lib/live/live-parking.js';
import { keysOf } from '../support/served.js';
import { entriesOf } from '../support/recorded-lists.js';

it('has the parked calls of an exchange', async () => {
  const lists = { ParkedCalls: entriesOf('a22-lists-busy', 'ParkedCall') };
  expect(await keysOf(lists, liveParking)).toEqual(['1795396715.8']);
});

it('has the parking lots of an exchange', async () => {
  const lists = { Parkinglots: entriesOf('a22-lists-busy', 'Parkinglot') };
  expect(await keysOf(lists, liveParkingLots)).toEqual(['default']);
});
