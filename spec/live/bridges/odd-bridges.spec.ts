import fc from 'fast-check';
import { bridgeKind } from '../../../lib/live/bridges/bridge-model.js';
import { AmiEvent } from '../../../lib/wire/index.js';
import { transcripts } from '../../support/transcripts.js';
import { eventOf } from '../channels/list-entries.js';
import { Listened } from '../channels/listened.js';
import { newsOf } from '../support/fold.js';
import { garbledEvents } from '../support/garbled-events.js';
import { storyOf } from './bridge-story.js';

const about = (id: string) => ({
  BridgeUniqueid: id,
  BridgeType: 'basic',
  BridgeTechnology: 'simple_bridge',
  BridgeCreator: '<unknown>',
  BridgeName: '<unknown>',
});
const create = (id = 'b1') => eventOf('BridgeCreate', about(id));
const destroy = (id = 'b1') => eventOf('BridgeDestroy', about(id));
const enter = (channel: string, id = 'b1', swapped: Readonly<Record<string, string>> = {}) =>
  eventOf('BridgeEnter', { ...about(id), Uniqueid: channel, ...swapped });
const leave = (channel: string, id = 'b1') =>
  eventOf('BridgeLeave', { ...about(id), Uniqueid: channel });
const hangup = (channel: string) => eventOf('Hangup', { Uniqueid: channel });

function storyFrom(...events: readonly AmiEvent[]): string[] {
  return storyOf(new Listened(bridgeKind).take(events).changes);
}

describe('a bridge', () => {
  it('is made known by whoever enters', () => {
    expect(storyFrom(enter('1.1'))).toEqual(['BridgeEnter b1: basic simple_bridge [1.1]']);
  });

  it('is told of once, whatever is said twice', () => {
    const events = [create(), enter('1.1'), enter('1.2'), leave('1.1'), destroy()];
    expect(storyFrom(...events.flatMap((event) => [event, event]))).toEqual([
      'BridgeCreate b1: basic simple_bridge []',
      'BridgeEnter b1: [1.1]',
      'BridgeEnter b1: [1.1 1.2]',
      'BridgeLeave b1: [1.2]',
      'BridgeDestroy b1: destroyed',
    ]);
  });

  it('is not brought back by what comes late', () => {
    const merge = eventOf('BridgeMerge', { FromBridgeUniqueid: 'b1', ToBridgeUniqueid: 'b2' });
    const video = eventOf('BridgeVideoSourceUpdate', about('b1'));
    const late = [enter('1.2'), leave('1.1'), video, merge, destroy()];
    expect(storyFrom(create(), enter('1.1'), destroy(), ...late)).toEqual([
      'BridgeCreate b1: basic simple_bridge []',
      'BridgeEnter b1: [1.1]',
      'BridgeDestroy b1: destroyed',
    ]);
  });

  it('is not made known by what comes behind its end', () => {
    expect(storyFrom(destroy(), leave('1.1'))).toEqual([]);
  });

  it('may be made anew', () => {
    const listened = new Listened(bridgeKind);
    listened.take([create(), enter('1.1'), destroy(), create(), enter('1.2')]);
    expect(listened.state).toMatchObject([{ id: 'b1', channels: ['1.2'], startedAt: 4000 }]);
  });

  it('shows the picture of one channel, of another, and of none', () => {
    const show = (source: string) =>
      eventOf('BridgeVideoSourceUpdate', { ...about('b1'), BridgeVideoSource: source });
    const stop = eventOf('BridgeVideoSourceUpdate', about('b1'));
    expect(storyFrom(create(), show('1.1'), show('1.1'), show('1.2'), stop).slice(1)).toEqual([
      'BridgeVideoSourceUpdate b1: video 1.1',
      'BridgeVideoSourceUpdate b1: video 1.2',
      'BridgeVideoSourceUpdate b1: no video',
    ]);
  });

  it('mixes in another way when it has to', () => {
    const third = eventOf('BridgeEnter', {
      ...about('b1'),
      BridgeTechnology: 'softmix',
      Uniqueid: '1.3',
    });
    expect(storyFrom(create(), third).slice(1)).toEqual(['BridgeEnter b1: softmix [1.3]']);
  });

  it('is merged once, and into one that is known or not', () => {
    const merge = eventOf('BridgeMerge', { FromBridgeUniqueid: 'b1', ToBridgeUniqueid: 'b2' });
    expect(storyFrom(create(), merge, merge).slice(1)).toEqual(['BridgeMerge b1: into b2']);
  });
});

describe('a channel', () => {
  it('takes the place of the one that it is swapped for', () => {
    const swap = enter('1.3', 'b1', { SwapUniqueid: '1.1' });
    expect(storyFrom(enter('1.1'), enter('1.2'), swap, leave('1.1')).slice(2)).toEqual([
      'BridgeEnter b1: [1.3 1.2]',
    ]);
  });

  it('comes last where the one that it is swapped for is not there', () => {
    const swap = enter('1.3', 'b1', { SwapUniqueid: '1.9' });
    expect(storyFrom(enter('1.1'), swap).slice(1)).toEqual(['BridgeEnter b1: [1.1 1.3]']);
  });

  it('is in one bridge only, whose leave alone it hears of', () => {
    const events = [enter('1.1'), enter('1.1', 'b2'), leave('1.1'), leave('1.1', 'b2')];
    expect(storyFrom(...events)).toEqual([
      'BridgeEnter b1: basic simple_bridge [1.1]',
      'BridgeEnter b1: []',
      'BridgeEnter b2: basic simple_bridge [1.1]',
      'BridgeLeave b2: []',
    ]);
  });

  it('has left when it has hung up', () => {
    const events = [enter('1.1'), enter('1.2'), hangup('1.1'), hangup('1.1'), leave('1.1')];
    expect(storyFrom(...events).slice(2)).toEqual(['Hangup b1: [1.2]']);
  });

  it('may enter another bridge when its own is destroyed with it inside', () => {
    expect(storyFrom(enter('1.1'), destroy(), enter('1.1', 'b2'), hangup('1.1')).slice(1)).toEqual([
      'BridgeDestroy b1: destroyed',
      'BridgeEnter b2: basic simple_bridge [1.1]',
      'Hangup b2: []',
    ]);
  });
});

describe('an event with fields missing', () => {
  const names = ['BridgeCreate', 'BridgeEnter', 'BridgeLeave', 'BridgeVideoSourceUpdate'];
  const others = ['BridgeMerge', 'BridgeDestroy', 'Hangup'];

  it.each([...names, ...others])('is about nothing: %s', (name) => {
    const events = [
      eventOf(name, {}),
      eventOf(name, { BridgeUniqueid: '', Uniqueid: '' }),
      eventOf(name, { Uniqueid: '1.1', FromBridgeUniqueid: 'b1' }),
      new AmiEvent([`Event: ${name}`, 'BridgeUniqueid', ':', '']),
    ];
    expect(storyFrom(create(), ...events).slice(1)).toEqual([]);
  });

  it('leaves what is known of the bridge as it is, and moves nobody', () => {
    const odd = ['BridgeEnter', 'BridgeLeave', 'BridgeVideoSourceUpdate'].flatMap((name) => [
      eventOf(name, { BridgeUniqueid: 'b1' }),
      eventOf(name, { BridgeUniqueid: 'b1', Uniqueid: '' }),
    ]);
    expect(storyFrom(enter('1.1'), ...odd).slice(1)).toEqual([]);
  });

  it('is passed over in lists', () => {
    const list = [eventOf('BridgeListItem', {}), eventOf('BridgeListItem', { BridgeUniqueid: '' })];
    const channels = [
      eventOf('CoreShowChannel', {}),
      eventOf('CoreShowChannel', { Uniqueid: '1.1' }),
      eventOf('CoreShowChannel', { Uniqueid: '', BridgeId: 'b1' }),
    ];
    const listened = new Listened(bridgeKind).sync({
      BridgeList: [...list, eventOf('BridgeListItem', about('b1'))],
      CoreShowChannels: channels,
    });
    expect(storyOf(listened.changes)).toEqual(['seed b1: basic simple_bridge []']);
  });
});

describe('garbled events', () => {
  const all = transcripts
    .filter((name) => !name.includes('slow'))
    .flatMap(newsOf)
    .filter(({ name }) => name.startsWith('Bridge') || name === 'Hangup');

  it('never throw, and leave each channel in one bridge at most', () => {
    fc.assert(
      fc.property(garbledEvents(all), (events) => {
        const { state, keys } = new Listened(bridgeKind).take(events);
        const inside = state.flatMap(({ channels }) => channels);
        expect(new Set(inside).size).toBe(inside.length);
        expect([...inside, ...keys]).not.toContain('');
        expect(state.map(({ id }) => id)).toEqual(keys);
      }),
    );
  });
});
