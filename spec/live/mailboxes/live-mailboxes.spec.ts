import { liveMailboxes } from '../../../lib/live/live-mailboxes.js';
import { keysOf } from '../support/served.js';
import { entriesOf } from '../support/recorded-lists.js';

it('has the mailboxes of an exchange', async () => {
  const lists = { VoicemailUsersList: entriesOf('a22-lists-idle', 'VoicemailUserEntry') };
  expect(await keysOf(lists, liveMailboxes)).toEqual(['1234@default', '1234@other']);
});
