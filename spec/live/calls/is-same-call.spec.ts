import { callKind } from '../../../lib/live/calls/call-model.js';
import type { Call } from '../../../lib/live/calls/call.js';
import { isSameCall } from '../../../lib/live/calls/is-same-call.js';
import { transcripts } from '../../support/transcripts.js';
import { Listened } from '../channels/listened.js';
import { callOf } from '../operators/changes.js';
import { newsOf } from '../support/fold.js';

describe('isSameCall', () => {
  const call = callOf({ callee: { number: '110', name: 'Alice' } });

  it('says so of a copy', () => {
    expect(isSameCall(call, { ...call })).toBe(true);
  });

  // The id is what calls are compared under.
  const fields = Object.keys(call).filter((field) => field !== 'id') as (keyof Call)[];
  it.each(fields)('sees another %s', (field) => {
    expect(isSameCall(call, { ...call, [field]: Symbol('another') })).toBe(false);
  });
});

it.each(transcripts)('the calls of %s tell of nothing that is not new', (name) => {
  const { changes } = new Listened(callKind).take(newsOf(name));
  const idle = changes.filter(
    ({ value, previous }) =>
      value !== undefined && previous !== undefined && isSameCall(value, previous),
  );
  expect(idle).toEqual([]);
});
