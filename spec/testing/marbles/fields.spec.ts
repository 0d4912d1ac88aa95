import { bridgeFields } from '../../../lib/testing/marbles/bridge-fields.js';
import { channelFields } from '../../../lib/testing/marbles/channel-fields.js';
import { event } from '../../../lib/testing/marbles/event.js';
import { parse } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';

/** The names of the fields of the last event of a name in a recording of Asterisk 16. */
function recorded(name: string): string[] {
  const { messages } = parse([readTranscript('a16-dial-noanswer')]);
  const found = messages.findLast((message) => message.get('Event') === name);
  return (found?.fields ?? []).map(([field]) => field);
}

describe('channelFields', () => {
  it('has what Asterisk says of a channel, in its order', () => {
    const written = event('Newchannel', channelFields('PJSIP/alice-1'));
    const names = written.fields.map(([field]) => field);
    expect(names).toEqual(recorded('Newchannel').filter((field) => field !== 'Privilege'));
  });

  it('is an answered channel where nothing else is said', () => {
    expect(channelFields('PJSIP/alice-1')).toMatchObject({
      Channel: 'PJSIP/alice-1',
      ChannelState: 6,
      ChannelStateDesc: 'Up',
      CallerIDNum: '<unknown>',
      Uniqueid: 'PJSIP/alice-1',
      Linkedid: 'PJSIP/alice-1',
    });
  });

  it.each([
    ['Down', 0],
    ['Ring', 4],
    ['Ringing', 5],
    ['Busy', 7],
  ] as const)('knows the number of the state %s', (ChannelStateDesc, state) => {
    expect(channelFields('a', { ChannelStateDesc })).toMatchObject({ ChannelState: state });
  });

  it('has what is said otherwise, and a Linkedid that follows the Uniqueid', () => {
    const fields = channelFields('a', { Uniqueid: '1.1', Exten: '100', Tenantid: 't' });
    expect(fields).toMatchObject({ Uniqueid: '1.1', Linkedid: '1.1', Exten: '100', Tenantid: 't' });
    expect(channelFields('a', { Uniqueid: '1.2', Linkedid: '1.1' })).toMatchObject({
      Linkedid: '1.1',
    });
  });

  it('goes under a prefix, next to another one', () => {
    const written = event('DialBegin', {
      ...channelFields('PJSIP/alice-1'),
      ...channelFields('PJSIP/bob-1', { ChannelStateDesc: 'Down' }, 'Dest'),
      DialString: 'bob',
    });
    expect(written.toObject()).toMatchObject({
      Channel: 'PJSIP/alice-1',
      ChannelStateDesc: 'Up',
      DestChannel: 'PJSIP/bob-1',
      DestChannelStateDesc: 'Down',
    });
    const names = written.fields.map(([field]) => field);
    expect(names).toEqual(recorded('DialBegin').filter((field) => field !== 'Privilege'));
  });
});

describe('bridgeFields', () => {
  it('has what Asterisk says of a bridge, in its order', () => {
    const { messages } = parse([readTranscript('a16-originate-local-dial')]);
    const found = messages.find((message) => message.get('Event') === 'BridgeCreate');
    const names = event('BridgeCreate', bridgeFields('b1')).fields.map(([field]) => field);
    expect(names).toEqual(
      found?.fields.map(([field]) => field).filter((field) => field !== 'Privilege'),
    );
  });

  it('has what is said otherwise', () => {
    expect(bridgeFields('b1', { BridgeNumChannels: 0 })).toMatchObject({
      BridgeUniqueid: 'b1',
      BridgeTechnology: 'simple_bridge',
      BridgeNumChannels: 0,
    });
  });
});
