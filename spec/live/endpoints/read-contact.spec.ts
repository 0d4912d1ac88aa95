import { readContactNames } from '../../../lib/live/endpoints/read-contact.js';

describe('The contacts of a listed endpoint', () => {
  it('are in one field', () => {
    expect(readContactNames('')).toEqual([]);
    expect(readContactNames('a/sip:a@x;p=1,2,b/sips:b@y:5061,,nonsense')).toEqual([
      { aor: 'a', uri: 'sip:a@x;p=1,2' },
      { aor: 'b', uri: 'sips:b@y:5061,,nonsense' },
    ]);
    expect(readContactNames('alice/sip:alice@127.0.0.1:5337,')).toEqual([
      { aor: 'alice', uri: 'sip:alice@127.0.0.1:5337' },
    ]);
  });
});
