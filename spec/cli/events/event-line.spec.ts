import { toEventLine } from '../../../lib/cli/events/event-line.js';
import { plain } from '../../../lib/cli/text/paint.js';
import { event, recordedEvents } from '../support/events.js';

const at = new Date(2026, 0, 2, 10, 15, 42).getTime();

describe('toEventLine', () => {
  it('shows of a channel what tells it from others', () => {
    const hangup = recordedEvents('a22-queue-call').find(({ name }) => name === 'Hangup');
    expect(hangup && toEventLine(hangup, at, plain)).toBe(
      '10:15:42 Hangup               Channel=Local/101@default-00000012;2 ChannelStateDesc=Up ' +
        'CallerIDNum=555 CallerIDName="Caller Q" Exten=101 Uniqueid=1795396819.37 ' +
        'Cause=16 Cause-txt="Normal Clearing"',
    );
  });

  it('shows as little of the channel that is dialled', () => {
    const dial = recordedEvents('a22-queue-call').find(({ name }) => name === 'DialBegin');
    expect(dial && toEventLine(dial, at, plain)).toBe(
      '10:15:42 DialBegin            DestChannel=Local/110@default-00000011;1 ' +
        'DestChannelStateDesc=Down DestCallerIDNum=555 DestCallerIDName="Caller Q" DestExten=110 ' +
        'DestUniqueid=1795396819.34 DialString=110@default/n',
    );
  });

  it('shows everything of other events', () => {
    const line = toEventLine(event('PeerStatus', { Context: 'x', Peer: 'PJSIP/a' }), at, plain);
    expect(line).toBe('10:15:42 PeerStatus           Context=x Peer=PJSIP/a');
  });

  it('covers secrets, and what would act on a terminal', () => {
    const failed = event('ChallengeResponseFailed', {
      AccountID: 'ad\u001b[2Jmin',
      Challenge: '12345',
      ExpectedResponse: 'c0ffee',
    });
    const line = toEventLine(failed, at, plain);
    expect(line).not.toMatch(/12345|c0ffee/);
    expect(line).not.toContain('\u001b');
    expect(line).toContain('ExpectedResponse=[redacted]');
  });
});
