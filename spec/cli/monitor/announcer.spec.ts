import { Announcer, SETTLED_MS } from '../../../lib/cli/monitor/announcer.js';
import type { CallStep, EndedCall, ShownCall, ShownState } from '../../../lib/cli/monitor/call.js';
import { endedCall, person, shownCall } from '../support/shown.js';

function call(state: ShownState, others: string[] = [], more: Partial<ShownCall> = {}): ShownCall {
  const people = { who: person('1', '1'), with: others.map((number) => person(number, number)) };
  return shownCall({ state, ...people, ...more });
}

const changed = (one: ShownCall): CallStep => ({ type: 'changed', call: one });
const over: EndedCall = endedCall({ with: [] });
const ended: CallStep = { type: 'ended', call: over };

describe('Announcer', () => {
  it('tells of a call once it has settled', () => {
    const announcer = new Announcer();
    expect(announcer.take([changed(call('dialling'))], 0)).toEqual([]);
    expect(announcer.settle(SETTLED_MS - 1)).toEqual([]);
    expect(announcer.settle(SETTLED_MS)).toEqual([
      { type: 'call-added', at: SETTLED_MS, call: call('dialling') },
    ]);
    expect(announcer.settle(9999)).toEqual([]);
  });

  it('tells of the latest that is known, without waiting for names again', () => {
    const announcer = new Announcer();
    announcer.take([changed(call('dialling'))], 0);
    const named = call('dialling', [], { who: person('1', '1', 'Anna') });
    announcer.take([changed(named)], 200);
    expect(announcer.settle(SETTLED_MS).map((change) => change.call.who.name)).toEqual(['Anna']);
  });

  it('tells of a connection at once, with the call itself if need be', () => {
    const announcer = new Announcer();
    announcer.take([changed(call('dialling', ['2']))], 0);
    const told = announcer.take([changed(call('talking', ['2']))], 10);
    expect(told.map(({ type }) => type)).toEqual(['call-added', 'call-connected']);
    expect(announcer.settle(9999)).toEqual([]);
  });

  it('tells of somebody who joins at once, and of somebody who left once it has settled', () => {
    const announcer = new Announcer();
    announcer.take([changed(call('talking', ['2']))], 0);
    expect(announcer.take([changed(call('talking', ['2', '3']))], 1)).toHaveLength(1);
    expect(announcer.take([changed(call('talking', ['3']))], 2)).toEqual([]);
    const told = announcer.settle(9999);
    expect(told.map(({ type }) => type)).toEqual(['call-connected']);
  });

  it('waits with who is of another call yet, for the two may become one', () => {
    const announcer = new Announcer();
    const guest = { ...person('2', '2'), call: '2.1' };
    expect(announcer.take([changed(call('talking', [], { with: [guest] }))], 0)).toEqual([]);
    expect(announcer.settle(9999).map(({ type }) => type)).toEqual([
      'call-added',
      'call-connected',
    ]);
  });

  it('does not tell of what lasts no time', () => {
    const announcer = new Announcer();
    announcer.take([changed(call('talking', ['2']))], 0);
    announcer.take([changed(call('up', ['2']))], 5000);
    announcer.take([changed(call('talking', ['2']))], 5001);
    expect(announcer.settle(9999)).toEqual([]);
  });

  it('tells of a hold as a state, and not that a queue has done its part', () => {
    const announcer = new Announcer();
    announcer.take([changed(call('talking', ['2'], { queue: 'support' }))], 0);
    announcer.take([changed(call('talking', ['2']))], 5000);
    expect(announcer.settle(6000)).toEqual([]);
    announcer.take([changed(call('held', ['2']))], 7000);
    expect(announcer.settle(8000).map(({ type }) => type)).toEqual(['call-state']);
  });

  it('tells of a transfer at once', () => {
    const announcer = new Announcer();
    const one = call('talking', ['2']);
    const to = '415@default';
    const transfer = { type: 'blind', isSuccessful: true, by: one.who, to } as const;
    const step: CallStep = { type: 'transferred', call: one, transfer };
    expect(announcer.take([step, step], 0).map(({ type }) => type)).toEqual([
      'call-added',
      'call-connected',
      'call-transferred',
      'call-transferred',
    ]);
  });

  it('tells of a merger, unless nobody has heard of the call', () => {
    const announcer = new Announcer();
    const into = { id: '7', who: undefined };
    const merged: CallStep = { type: 'merged', call: call('up'), into };
    announcer.take([changed(call('up'))], 0);
    expect(announcer.take([merged], 1)).toEqual([]);
    announcer.take([changed(call('up'))], 10);
    announcer.settle(5000);
    expect(announcer.take([merged], 5001)).toEqual([
      { type: 'call-merged', at: 5001, call: call('up'), into },
    ]);
    expect(announcer.settle(9999)).toEqual([]);
  });

  it('tells of no last moments, but of the end', () => {
    const announcer = new Announcer();
    announcer.take([changed(call('talking', ['2']))], 0);
    const told = announcer.take([changed(call('up', [])), ended], 5000);
    expect(told).toEqual([{ type: 'call-ended', at: 5000, call: over }]);
    expect(announcer.settle(9999)).toEqual([]);
  });

  it('tells of a call that was over at once', () => {
    const announcer = new Announcer();
    const told = announcer.take([changed(call('dialling')), ended], 0);
    expect(told.map(({ type }) => type)).toEqual(['call-added', 'call-ended']);
  });
});
