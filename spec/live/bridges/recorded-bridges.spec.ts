import { bridgeKind } from '../../../lib/live/bridges/bridge-model.js';
import { transcripts } from '../../support/transcripts.js';
import { Listened } from '../channels/listened.js';
import { newsOf } from '../support/fold.js';
import { storyOf } from './bridge-story.js';

function storyIn(recording: string): string[] {
  return storyOf(new Listened(bridgeKind).take(newsOf(recording)).changes);
}

describe('the bridge of', () => {
  it('two parties has both, the one who was called first, until each has left', () => {
    expect(storyIn('a16-originate-local-dial')).toEqual([
      'BridgeCreate 7153: basic simple_bridge []',
      'BridgeEnter 7153: [49]',
      'BridgeEnter 7153: [49 47]',
      'BridgeLeave 7153: [47]',
      'BridgeLeave 7153: []',
      'BridgeDestroy 7153: destroyed',
    ]);
  });

  it('a call through a queue has the agent and the caller', () => {
    expect(storyIn('a22-queue-call')).toEqual([
      'BridgeCreate 0335: basic simple_bridge []',
      'BridgeEnter 0335: [36]',
      'BridgeEnter 0335: [36 34]',
      'BridgeLeave 0335: [34]',
      'BridgeLeave 0335: []',
      'BridgeDestroy 0335: destroyed',
    ]);
  });

  it('a call that is transferred blindly ends with it', () => {
    expect(storyIn('a22-blind-transfer')).toEqual([
      'BridgeCreate f997: basic simple_bridge []',
      'BridgeEnter f997: [91]',
      'BridgeEnter f997: [91 89]',
      'BridgeLeave f997: [89]',
      'BridgeLeave f997: []',
      'BridgeDestroy f997: destroyed',
    ]);
  });

  // Its announcer, who is counted as well, is in no event.
  it('a conference has its maker and its name, and those who are heard of', () => {
    expect(storyIn('a22-confbridge')).toEqual([
      'BridgeCreate e27a: base softmix ConfBridge room1 []',
      'BridgeEnter e27a: [41]',
      'BridgeEnter e27a: [41 40]',
      'BridgeLeave e27a: [40]',
      'BridgeLeave e27a: []',
      'BridgeDestroy e27a: destroyed',
    ]);
  });
});

describe('the bridges of', () => {
  it('an attended transfer are merged: who was consulted comes to who is left', () => {
    expect(storyIn('a16-attended-transfer')).toEqual([
      'BridgeCreate ed56: basic simple_bridge []',
      'BridgeEnter ed56: [165]',
      'BridgeEnter ed56: [165 163]',
      'BridgeCreate 7c0c: basic simple_bridge []',
      'BridgeEnter 7c0c: [167]',
      'BridgeLeave ed56: [163]',
      'BridgeEnter 7c0c: [167 165]',
      'BridgeLeave 7c0c: [167]',
      'BridgeMerge 7c0c: into ed56',
      'BridgeLeave 7c0c: []',
      'BridgeEnter ed56: [163 167]',
      'BridgeDestroy 7c0c: destroyed',
      'BridgeLeave ed56: [163]',
      'BridgeLeave ed56: []',
      'BridgeDestroy ed56: destroyed',
    ]);
  });

  it('a Local channel that is optimised away become one', () => {
    expect(storyIn('a22-local-optimization')).toEqual([
      'BridgeCreate b670: basic simple_bridge []',
      'BridgeCreate 067e: basic simple_bridge []',
      'BridgeEnter 067e: [85]',
      'BridgeEnter b670: [87]',
      'BridgeEnter 067e: [85 83]',
      'BridgeEnter b670: [87 86]',
      'BridgeLeave b670: [86]',
      // 87 takes the place of 85, which has left already.
      'BridgeLeave 067e: [83]',
      'BridgeEnter 067e: [83 87]',
      'BridgeLeave b670: []',
      'BridgeDestroy b670: destroyed',
      'BridgeLeave 067e: [87]',
      'BridgeLeave 067e: []',
      'BridgeDestroy 067e: destroyed',
    ]);
  });

  it('two channels that are sent elsewhere and brought together again follow each other', () => {
    expect(storyIn('a22-redirect-bridge')).toEqual([
      'BridgeCreate 15cb: basic simple_bridge []',
      'BridgeEnter 15cb: [107]',
      'BridgeEnter 15cb: [107 105]',
      'BridgeLeave 15cb: [105]',
      'BridgeLeave 15cb: []',
      'BridgeDestroy 15cb: destroyed',
      'BridgeCreate c494: basic simple_bridge []',
      'BridgeEnter c494: [107]',
      'BridgeEnter c494: [107 105]',
      'BridgeLeave c494: [107]',
      'BridgeLeave c494: []',
      'BridgeDestroy c494: destroyed',
    ]);
  });

  // The lot was there before, and is first heard of when somebody enters; it stays.
  it('a parked call are those of the call, of the lot, and of the call after it', () => {
    expect(storyIn('a16-park')).toEqual([
      'BridgeCreate 8117: basic simple_bridge []',
      'BridgeEnter 8117: [178]',
      'BridgeEnter 8117: [178 176]',
      'BridgeLeave 8117: [176]',
      'BridgeEnter 1aef: parking holding_bridge Parking default [178]',
      'BridgeLeave 1aef: []',
      'BridgeCreate 9be7: basic simple_bridge []',
      'BridgeEnter 9be7: [180]',
      'BridgeEnter 9be7: [180 178]',
      'BridgeLeave 8117: []',
      'BridgeDestroy 8117: destroyed',
      'BridgeLeave 9be7: [180]',
      'BridgeLeave 9be7: []',
      'BridgeDestroy 9be7: destroyed',
    ]);
  });
});

describe('bridges at named moments', () => {
  it('are as the events say', () => {
    const listened = new Listened(bridgeKind).take(newsOf('a16-attended-transfer').slice(0, 101));
    expect(listened.state).toEqual([
      {
        id: 'ed566f59-258d-47bb-a4fd-374e0777dc6f',
        type: 'basic',
        technology: 'simple_bridge',
        creator: undefined,
        name: undefined,
        channels: ['1795397043.163', '1795397045.167'],
        videoSource: undefined,
        startedAt: 50_000,
        mergedInto: undefined,
      },
      {
        id: '7c0c696a-7e24-4b8f-a6f8-de0faab5600b',
        type: 'basic',
        technology: 'simple_bridge',
        creator: undefined,
        name: undefined,
        channels: [],
        videoSource: undefined,
        startedAt: 77_000,
        mergedInto: 'ed566f59-258d-47bb-a4fd-374e0777dc6f',
      },
    ]);
  });
});

describe('all recordings', () => {
  it.each(transcripts)('end without anybody in a bridge, and tell of news only: %s', (name) => {
    const { changes, state } = new Listened(bridgeKind).take(newsOf(name));
    expect(storyOf(changes).filter((line) => line.endsWith(': nothing'))).toEqual([]);
    if (isCutOff(name)) return;
    expect(state.filter(({ channels }) => channels.length > 0)).toEqual([]);
    // What stays is there for good.
    expect(state.filter(({ type }) => type === 'basic' || type === 'base')).toEqual([]);
  });
});

/** Whether the recording ends while calls are up. */
function isCutOff(name: string): boolean {
  return /slow-reader|stop|restart|lists/.test(name);
}
