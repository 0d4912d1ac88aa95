import { Announcer, SETTLED_MS } from '../../../lib/cli/monitor/announcer.js';
import type { Call, CallState, EndedCall } from '../../../lib/cli/monitor/call.js';

const party = (number: string) => ({ number, channel: `PJSIP/${number}` });

function call(state: CallState, others: string[] = [], more: Partial<Call> = {}): Call {
  const people = { who: party('1'), with: others.map(party) };
  return { id: 'x', startedAt: 0, since: 0, state, ...people, ...more };
}

const ended: EndedCall = {
  id: 'x',
  who: party('1'),
  with: [],
  startedAt: 0,
  endedAt: 9,
  talkMs: 0,
  answered: false,
};

describe('Announcer', () => {
  it('tells of a call once it has settled', () => {
    const announcer = new Announcer();
    expect(announcer.take([call('dialling')], 0)).toEqual([]);
    expect(announcer.settle(SETTLED_MS - 1)).toEqual([]);
    expect(announcer.settle(SETTLED_MS)).toEqual([
      { type: 'call-added', at: SETTLED_MS, call: call('dialling') },
    ]);
    expect(announcer.settle(9999)).toEqual([]);
  });

  it('tells of the latest that is known, without waiting for names again', () => {
    const announcer = new Announcer();
    announcer.take([call('dialling')], 0);
    const named = call('dialling', [], { who: { ...party('1'), name: 'Anna' } });
    announcer.take([named], 200);
    expect(announcer.settle(SETTLED_MS).map((change) => change.call.who.name)).toEqual(['Anna']);
  });

  it('tells of a connection at once, with the call itself if need be', () => {
    const announcer = new Announcer();
    announcer.take([call('dialling', ['2'])], 0);
    const told = announcer.take([call('talking', ['2'])], 10);
    expect(told.map(({ type }) => type)).toEqual(['call-added', 'call-connected']);
    expect(announcer.settle(9999)).toEqual([]);
  });

  it('tells of somebody who joins at once, and of somebody who left once it has settled', () => {
    const announcer = new Announcer();
    announcer.take([call('talking', ['2'])], 0);
    expect(announcer.take([call('talking', ['2', '3'])], 1)).toHaveLength(1);
    expect(announcer.take([call('talking', ['3'])], 2)).toEqual([]);
    const told = announcer.settle(9999);
    expect(told.map(({ type }) => type)).toEqual(['call-connected']);
  });

  it('does not tell of what lasts no time', () => {
    const announcer = new Announcer();
    announcer.take([call('talking', ['2'])], 0);
    announcer.take([call('up', ['2'])], 5000);
    announcer.take([call('talking', ['2'])], 5001);
    expect(announcer.settle(9999)).toEqual([]);
  });

  it('tells of no last moments, but of the end', () => {
    const announcer = new Announcer();
    announcer.take([call('talking', ['2'])], 0);
    const told = announcer.take([call('up', []), ended], 5000);
    expect(told).toEqual([{ type: 'call-ended', at: 5000, call: ended }]);
    expect(announcer.settle(9999)).toEqual([]);
  });

  it('tells of a call that was over at once', () => {
    const announcer = new Announcer();
    const told = announcer.take([call('dialling'), ended], 0);
    expect(told.map(({ type }) => type)).toEqual(['call-added', 'call-ended']);
  });
});
