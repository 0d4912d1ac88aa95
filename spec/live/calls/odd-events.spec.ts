import { callKind } from '../../../lib/live/calls/call-model.js';
import type { Call } from '../../../lib/live/calls/call.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { Listened } from '../channels/listened.js';
import { newsOf } from '../support/fold.js';
import { channelEvent, eventOf } from './by-hand.js';
import { callsIn, inShort } from './call-story.js';

/** Events that calls act on, with the fields that name a channel. */
const acting: Readonly<Record<string, readonly string[]>> = {
  DialBegin: ['Uniqueid', 'DestUniqueid'],
  DialState: ['Uniqueid', 'DestUniqueid'],
  DialEnd: ['Uniqueid', 'DestUniqueid'],
  Pickup: ['Uniqueid', 'TargetUniqueid'],
  QueueCallerJoin: ['Uniqueid'],
  QueueCallerLeave: ['Uniqueid'],
  QueueCallerAbandon: ['Uniqueid'],
  AgentCalled: ['Uniqueid', 'DestUniqueid'],
  AgentRingNoAnswer: ['Uniqueid', 'DestUniqueid'],
  AgentConnect: ['Uniqueid', 'DestUniqueid'],
  AgentComplete: ['Uniqueid', 'DestUniqueid'],
  ConfbridgeJoin: ['Uniqueid'],
  ConfbridgeLeave: ['Uniqueid'],
  MeetmeJoin: ['Uniqueid'],
  MeetmeLeave: ['Uniqueid'],
  ParkedCall: ['ParkeeUniqueid'],
  UnParkedCall: ['ParkeeUniqueid', 'RetrieverUniqueid'],
  ParkedCallTimeOut: ['ParkeeUniqueid'],
  ParkedCallGiveUp: ['ParkeeUniqueid'],
  BlindTransfer: ['TransfererUniqueid', 'TransfereeUniqueid'],
  AttendedTransfer: ['OrigTransfererUniqueid', 'TransfereeUniqueid', 'TransferTargetUniqueid'],
  MixMonitorStart: ['Uniqueid'],
  MixMonitorStop: ['Uniqueid'],
  MonitorStart: ['Uniqueid'],
  MonitorStop: ['Uniqueid'],
};
const names = Object.keys(acting);
/** What else they may say. */
const details = {
  DialStatus: 'ANSWER',
  Queue: 'support',
  MemberName: 'Alice',
  Conference: 'room1',
  Meetme: '600',
  Parkinglot: 'default',
  ParkingSpace: '701',
};

const talking = (): Listened<Call> => callsIn('a22-queue-call', 61);

function about(name: string, id: string, others: Readonly<Record<string, string>>): AmiEvent {
  const ids = (acting[name] ?? []).map((field) => [field, id]);
  return eventOf(name, { ...others, ...(Object.fromEntries(ids) as Record<string, string>) });
}

describe('calls', () => {
  it.each(names)('are none where %s is about nobody that is known', (name) => {
    const listened = new Listened(callKind).take([
      eventOf(name),
      eventOf(name, details),
      about(name, '', details),
      about(name, 'nobody', details),
    ]);
    expect(listened.changes).toEqual([]);
  });

  it.each(names)('of others do not change by %s about nobody that is known', (name) => {
    const listened = talking();
    const before = listened.changes.length;
    listened.take([eventOf(name, details), about(name, 'nobody', details)]);
    expect(listened.changes.length).toBe(before);
  });

  it.each(names)('are not brought back by %s after their end', (name) => {
    const listened = callsIn('a22-queue-call');
    listened.take([about(name, '1795396819.34', details), about(name, '1795396819.36', details)]);
    expect(listened.state).toEqual([]);
    expect(listened.changes.at(-1)?.type).toBe('removed');
  });

  it.each(names)('stay up where %s says nothing but whom it is about', (name) => {
    const listened = talking();
    for (const id of ['34', '35', '36', '37']) {
      listened.take([about(name, `1795396819.${id}`, {})]);
    }
    expect(listened.keys).toEqual(['1795396819.34']);
    const [call] = listened.state;
    expect(call?.legs.length).toBe(4);
    expect(call?.talking.length).toBe(1);
    expect(call?.dials.length).toBeLessThanOrEqual(2 + 4);
    expect(inShort(call as Call)).not.toContain('null');
  });

  it('keep how a dial ended, whatever comes after its end', () => {
    const listened = talking();
    const [dial] = listened.state[0]?.dials ?? [];
    const late = { DestUniqueid: dial?.to ?? '' };
    listened.take([
      eventOf('DialEnd', { ...late, DialStatus: 'CANCEL' }),
      eventOf('DialState', { ...late, DialStatus: 'RINGING' }),
    ]);
    expect(listened.state[0]?.dials[0]).toEqual(dial);
  });

  it('have a dial once, though it is told twice that it begins', () => {
    const begin = newsOf('a22-queue-call').filter(({ name }) => name === 'DialBegin');
    const listened = callsIn('a22-queue-call', 50).take(begin.slice(1));
    expect(listened.state[0]?.dials.map(({ status }) => status)).toEqual(['answered', 'dialing']);
  });

  it('do not know what an unknown status means, and go on', () => {
    const dest = { DestUniqueid: '1795396819.36' };
    const listened = callsIn('a22-queue-call', 50).take([
      eventOf('DialState', { ...dest, DialStatus: 'WHATEVER' }),
    ]);
    expect(listened.state[0]?.dials[1]?.status).toBe('dialing');
    listened.take([eventOf('DialEnd', { ...dest, DialStatus: 'WHATEVER' })]);
    expect(listened.state[0]?.dials[1]?.status).toBe('ended');
  });

  it('leave a queue once', () => {
    const listened = talking();
    const [call] = listened.state;
    listened.take([eventOf('QueueCallerLeave', { Uniqueid: '1795396819.34', Queue: 'support' })]);
    expect(listened.state[0]?.queue).toEqual(call?.queue);
  });

  it('do not include what Asterisk does for itself', () => {
    const listened = new Listened(callKind).take([
      channelEvent('Newchannel', { id: 'x', name: 'CBAnn/room1-00000016;1' }),
      channelEvent('Newstate', { id: 'x', name: 'CBAnn/room1-00000016;1' }),
      channelEvent('Hangup', { id: 'x', name: 'CBAnn/room1-00000016;1' }),
    ]);
    expect(listened.changes).toEqual([]);
  });

  it('are begun by whatever event names a channel that was not known', () => {
    const listened = new Listened(callKind).take([channelEvent('Newexten', { id: 'x' })]);
    expect(listened.state).toMatchObject([{ id: 'x', state: 'up', direction: undefined }]);
  });

  it('go without any event between', () => {
    const events = newsOf('a16-pickup');
    for (const step of [2, 3, 5]) {
      const listened = new Listened(callKind);
      listened.take(events.filter((_, i) => i % step === 0));
      listened.take(events.filter(({ name }) => name === 'Hangup'));
      expect(listened.state).toEqual([]);
    }
  });

  it('stay within bounds, however long they go on', () => {
    const listened = new Listened(callKind).take([channelEvent('Newchannel', { id: 'x' })]);
    for (let i = 0; i < 300; i++) {
      const leg = { id: `y${i}`, linkedid: 'x' };
      listened.take([
        channelEvent('Newchannel', leg),
        channelEvent('DialBegin', { id: 'x' }, {}, leg),
        channelEvent('Hangup', leg),
      ]);
    }
    const [call] = listened.state;
    expect(call?.legs.length).toBe(51);
    expect(call?.dials.length).toBe(100);
    expect(call?.timeline.length).toBe(200);
  });
});
