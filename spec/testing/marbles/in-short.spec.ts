import { map } from 'rxjs';
import { Hangup } from '../../../lib/catalogue/events/index.js';
import { event } from '../../../lib/testing/marbles/event.js';
import { inShort } from '../../../lib/testing/marbles/in-short.js';
import { messages } from '../../../lib/testing/marbles/messages.js';
import { response } from '../../../lib/testing/marbles/response.js';
import { marbles } from '../../support/marbles.js';

describe('inShort', () => {
  it('writes a message in a line', () => {
    const hangup = event('Hangup', { Channel: 'PJSIP/a-1', Cause: 16, 'Cause-txt': 'Normal one' });
    expect(inShort()(hangup)).toBe('Hangup Channel=PJSIP/a-1 Cause=16 Cause-txt="Normal one"');
    expect(inShort()(response('Error', { Message: 'No such channel' }))).toBe(
      'Error Message="No such channel"',
    );
    expect(messages('Action: QueuePause\nQueue: support').map(inShort())).toEqual([
      'QueuePause Queue=support',
    ]);
  });

  it('leaves ActionID and class out, unless they are asked for', () => {
    const told = event('Mine', { Privilege: 'call,all', ActionID: '1', Exten: '' });
    expect(inShort()(told)).toBe('Mine Exten=""');
    expect(inShort('ActionID', 'Privilege')(told)).toBe('Mine ActionID=1 Privilege=call,all');
  });

  it('writes the fields that are asked for, in that order, as often as they are there', () => {
    const told = event('Mine', { A: 1, B: ['x', 'y'], C: 'say "no"' });
    expect(inShort('C', 'B', 'None')(told)).toBe(String.raw`Mine C="say \"no\"" B=x B=y`);
  });

  it('takes decoded events, and those of a stream', () => {
    const hangup = event('Hangup', { Channel: 'PJSIP/a-1', Uniqueid: '1.1', Cause: 16 });
    const decoded = Hangup.parse({
      Event: 'Hangup',
      Channel: 'PJSIP/a-1',
      ChannelState: '6',
      Uniqueid: '1.1',
      Linkedid: '1.1',
      Cause: '16',
    });
    expect(inShort('Channel', 'Cause')(decoded)).toBe('Hangup Channel=PJSIP/a-1 Cause=16');
    marbles(({ hot, expectObservable }) => {
      const events$ = hot('-h-', { h: hangup });
      expectObservable(events$.pipe(map(inShort('Cause')))).toBe('-h-', { h: 'Hangup Cause=16' });
    });
  });
});
