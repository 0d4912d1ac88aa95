import { liveConferences } from '../../../lib/live/live-conferences.js';
import { keysOf } from '../support/served.js';
import { entriesOf } from '../support/recorded-lists.js';

it('has the conferences of an exchange', async () => {
  const lists = {
    ConfbridgeListRooms: entriesOf('a22-lists-busy', 'ConfbridgeListRooms'),
    'ConfbridgeList room1': entriesOf('a22-lists-busy', 'ConfbridgeList'),
  };
  expect(await keysOf(lists, liveConferences)).toEqual(['room1']);
});
