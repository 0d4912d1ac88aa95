import fc from 'fast-check';
import { channelKind } from '../../../lib/live/channels/channel-model.js';
import { AmiEvent } from '../../../lib/wire/index.js';
import { transcripts } from '../../support/transcripts.js';
import { newsOf } from '../support/fold.js';
import { garbledEvents } from '../support/garbled-events.js';
import { storyOf } from './channel-story.js';
import { eventOf } from './list-entries.js';
import { Listened } from './listened.js';

const block = {
  Channel: 'PJSIP/alice-00000001',
  ChannelState: '4',
  ChannelStateDesc: 'Ring',
  CallerIDNum: '1001',
  CallerIDName: 'Alice',
  ConnectedLineNum: '<unknown>',
  ConnectedLineName: '<unknown>',
  Language: 'en',
  AccountCode: '',
  Context: 'default',
  Exten: '100',
  Priority: '1',
  Uniqueid: '1.1',
  Linkedid: '1.1',
};
const event = (name: string, fields: Readonly<Record<string, string>> = {}): AmiEvent =>
  eventOf(name, { ...block, ...fields });
const hangup = event('Hangup', { Cause: '16', 'Cause-txt': 'Normal Clearing' });

describe('events that come late', () => {
  it('make no ghost of a channel that has ended', () => {
    const listened = new Listened(channelKind);
    listened.take([event('Newchannel'), hangup, event('NewCallerid'), event('VarSet'), hangup]);
    expect(storyOf(listened.changes)).toEqual([
      'Newchannel 1.1: ring PJSIP/alice-00000001 of 1.1',
      'Hangup 1.1: ended by 16',
      'Hangup 1.1: gone',
    ]);
  });

  it.each(['a16-attended-transfer', 'a22-redirect-bridge'])(
    'make no ghost in a recording in which they come: %s',
    (recording) => {
      const news = newsOf(recording);
      const gone = new Set<string | undefined>();
      const late = news.filter((one) => {
        if (one.name === 'Hangup') gone.add(one.get('Uniqueid'));
        return one.name === 'NewCallerid' && gone.has(one.get('Uniqueid'));
      });
      expect(late).toHaveLength(1);
      expect(new Listened(channelKind).take(news).state).toEqual([]);
    },
  );

  // It may have ended before the list was made, with its last events still under way.
  it('make no ghost of a channel of which nothing but its end was heard', () => {
    const listened = new Listened(channelKind).sync({ CoreShowChannels: [] });
    listened.take([hangup, event('NewCallerid')]);
    expect(storyOf(listened.changes)).toEqual([]);
  });

  it('are news where the exchange uses the id anew', () => {
    const listened = new Listened(channelKind);
    listened.take([event('Newchannel'), hangup, event('Newchannel'), event('NewCallerid')]);
    listened.take([event('Newstate', { ChannelStateDesc: 'Up' })]);
    expect(listened.get('1.1')).toMatchObject({ state: 'up', startedAt: 3000, answeredAt: 5000 });
  });
});

describe('an event about a channel', () => {
  it.each(['Newstate', 'Newexten', 'Hold', 'QueueCallerJoin', 'MixMonitorStart', 'Anything'])(
    'makes known what was not: %s',
    (name) => {
      const listened = new Listened(channelKind).take([event(name)]);
      expect(listened.get('1.1')).toMatchObject({ state: 'ring', startedAt: 1000 });
    },
  );

  it('tells of both channels of a dial, and of what is known nothing', () => {
    const dest = Object.fromEntries(
      Object.entries(block).map(([field, value]) => [`Dest${field}`, value]),
    );
    const dial = event('DialEnd', { ...dest, DestUniqueid: '1.2', DestCallerIDName: 'Old' });
    const listened = new Listened(channelKind).take([dial]);
    expect(listened.keys).toEqual(['1.1', '1.2']);
    listened.take([event('NewCallerid', { Uniqueid: '1.2', CallerIDName: 'New' }), dial]);
    expect(listened.get('1.2')?.caller.name).toBe('New');
  });

  it('is read whatever the order of its fields, and with others in between', () => {
    const { Event: name, ...fields } = event('Newchannel').toObject() as Record<string, string>;
    const turned = Object.entries(fields).reverse();
    const mixed = turned.flatMap(([field, value]) => [
      [`X-${field}`, 'x'],
      [field, value],
    ]);
    const inOrder = new Listened(channelKind).take([event('Newchannel')]).state;
    for (const entries of [turned, mixed]) {
      const other = eventOf(name ?? '', Object.fromEntries(entries) as Record<string, string>);
      expect(new Listened(channelKind).take([other]).state).toEqual(inOrder);
    }
  });

  it('renames it', () => {
    const rename = eventOf('Rename', {
      Channel: 'PJSIP/alice-00000001',
      Newname: 'AsyncGoto/PJSIP/alice-00000001',
      Uniqueid: '1.1',
    });
    const listened = new Listened(channelKind).take([event('Newchannel'), rename]);
    expect(storyOf(listened.changes).slice(1)).toEqual([
      'Rename 1.1: named AsyncGoto/PJSIP/alice-00000001',
    ]);
  });

  it.each(['Hold', 'Unhold', 'MusicOnHoldStart', 'MusicOnHoldStop', 'BridgeLeave'])(
    'that says the same again changes nothing: %s',
    (name) => {
      const listened = new Listened(channelKind).take([event('Newchannel'), event(name)]);
      const before = listened.changes.length;
      listened.take([event(name), event('Newstate')]);
      expect(storyOf(listened.changes.slice(before))).toEqual([]);
    },
  );
});

describe('what is no channel', () => {
  it.each([
    ['a UserEvent with all fields', event('UserEvent', { UserEvent: 'Mine' })],
    ['a failed Originate', eventOf('OriginateResponse', { Channel: 'x', Uniqueid: '<unknown>' })],
    ['no Uniqueid', eventOf('Newchannel', { Channel: 'x', ChannelStateDesc: 'Up' })],
    ['an empty Uniqueid', event('Newchannel', { Uniqueid: '', Linkedid: '' })],
    ['no fields at all', eventOf('Newchannel', {})],
    ['no lines at all', new AmiEvent([])],
    ['a Hangup of nobody', hangup],
  ])('makes none: %s', (_what, odd) => {
    expect(new Listened(channelKind).take([odd]).keys).toEqual([]);
  });

  it.each(['', 'zz', '1e999'])('is a priority that is no number: "%s"', (priority) => {
    const listened = new Listened(channelKind);
    listened.take([event('Newchannel', { Priority: priority })]);
    expect(listened.get('1.1')?.place.priority).toBeUndefined();
  });

  it('is a state that Asterisk does not have', () => {
    const odd = event('Newchannel', { ChannelStateDesc: 'constructor' });
    expect(new Listened(channelKind).take([odd]).get('1.1')?.state).toBe('unknown');
  });
});

describe('garbled events', () => {
  const all = transcripts.filter((name) => !name.includes('slow')).flatMap(newsOf);

  it('never throw, and leave what there is well-formed', () => {
    fc.assert(
      fc.property(garbledEvents(all), (events) => {
        const listened = new Listened(channelKind).take(events);
        for (const { id, name, variables, startedAt, hangup: ended } of listened.state) {
          expect([typeof id, typeof name, typeof startedAt]).toEqual([
            'string',
            'string',
            'number',
          ]);
          expect(variables).toBeInstanceOf(Map);
          expect(ended).toBeUndefined();
        }
      }),
    );
  });
});
