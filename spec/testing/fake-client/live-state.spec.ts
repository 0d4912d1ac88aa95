import { firstValueFrom, map } from 'rxjs';
import { answered, ended, liveCalls, liveQueues, missed } from '../../../lib/live/index.js';
import { fakeClient } from '../../../lib/testing/fake-client/fake-client.js';
import { bridgeFields } from '../../../lib/testing/marbles/bridge-fields.js';
import { channelFields } from '../../../lib/testing/marbles/channel-fields.js';
import { event } from '../../../lib/testing/marbles/event.js';
import { marbles } from '../../support/marbles.js';

const alice = { Uniqueid: '1.1', CallerIDNum: '1001', Exten: '1002' };
const bob = { Uniqueid: '1.2', Linkedid: '1.1', CallerIDNum: '1002' };
const caller = (ChannelStateDesc: 'Ring' | 'Up') =>
  channelFields('PJSIP/alice-1', { ...alice, ChannelStateDesc });
const callee = (ChannelStateDesc: 'Down' | 'Ringing' | 'Up', prefix = '') =>
  channelFields('PJSIP/bob-1', { ...bob, ChannelStateDesc }, prefix);

/** A call from one phone to another, in the order in which Asterisk tells of it. */
const letters = {
  a: event('Newchannel', caller('Ring')),
  b: event('Newchannel', callee('Down')),
  d: event('DialBegin', { ...caller('Ring'), ...callee('Down', 'Dest') }),
  r: event('Newstate', callee('Ringing')),
  u: event('Newstate', callee('Up')),
  e: event('DialEnd', { ...caller('Ring'), ...callee('Up', 'Dest'), DialStatus: 'ANSWER' }),
  n: event('DialEnd', { ...caller('Ring'), ...callee('Ringing', 'Dest'), DialStatus: 'CANCEL' }),
  v: event('Newstate', caller('Up')),
  p: event('BridgeEnter', { ...bridgeFields('b1', { BridgeNumChannels: 1 }), ...callee('Up') }),
  q: event('BridgeEnter', { ...bridgeFields('b1'), ...caller('Up') }),
  l: event('BridgeLeave', { ...bridgeFields('b1', { BridgeNumChannels: 1 }), ...callee('Up') }),
  m: event('BridgeLeave', { ...bridgeFields('b1', { BridgeNumChannels: 0 }), ...caller('Up') }),
  h: event('Hangup', { ...callee('Up'), Cause: 16, 'Cause-txt': 'Normal Clearing' }),
  g: event('Hangup', { ...caller('Up'), Cause: 16, 'Cause-txt': 'Normal Clearing' }),
};

describe('Live state of a fake client', () => {
  it('follows a call that is answered, told in short notation', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const events$ = hot('-(abd)-r 2s (uevpq) 30s (lmhg)', letters);
      const { ami } = fakeClient({ events$ });
      const calls = liveCalls(ami);
      const until = '^ 40s !';
      expectObservable(
        calls.changes$.pipe(
          answered(),
          map(({ caller, callee }) => `${caller.number} talks to ${callee?.number}`),
        ),
        until,
      ).toBe('-------- 2s t', { t: '1001 talks to 1002' });
      expectObservable(
        calls.changes$.pipe(
          ended(),
          map(({ result, talkMs }) => `${result}, ${talkMs} ms`),
        ),
        until,
      ).toBe('-------- 2s ------- 30s e', { e: 'answered, 30007 ms' });
      expectSubscriptions(events$.subscriptions).toBe('^');
    });
  });

  it('tells of a call that is missed', () => {
    marbles(({ hot, expectObservable }) => {
      const { ami } = fakeClient({ events$: hot('-(abdr) 20s (nhg)', letters) });
      const missed$ = liveCalls(ami).changes$.pipe(
        missed(),
        map((call) => `${call.caller.number}: ${call.result}`),
      );
      expectObservable(missed$, '^ 60s !').toBe('------- 20s m', { m: '1001: cancelled' });
    });
  });

  it('begins with what the lists have, and reads them again in the next session', () => {
    marbles(({ cold, expectObservable }) => {
      const entry = event('CoreShowChannel', {
        ...channelFields('PJSIP/alice-1', alice),
        Application: 'Echo',
        Duration: '00:00:05',
      });
      const lists = [[entry], []];
      const fake = fakeClient({ answers: { CoreShowChannels: () => lists.shift() ?? [] } });
      cold('--x').subscribe(() => {
        fake.lose();
      });
      const changes$ = liveCalls(fake.ami).changes$.pipe(
        map(({ type, value, previous }) => `${type} ${(value ?? previous).caller.number}`),
      );
      expectObservable(changes$, '^ 5s !').toBe('a 1001ms (ur)', {
        a: 'added 1001',
        u: 'updated 1001',
        r: 'removed 1001',
      });
    });
  });

  it('works in real time', async () => {
    const { ami } = fakeClient({
      answers: {
        QueueStatus: [
          event('QueueParams', { Queue: 'support', Max: 0, Strategy: 'ringall' }),
          event('QueueMember', {
            Queue: 'support',
            Name: 'Alice',
            Location: 'PJSIP/alice',
            Status: 1,
          }),
        ],
      },
    });
    const queues = await firstValueFrom(liveQueues(ami).values$);
    const members = [...(queues.get('support')?.members.values() ?? [])];
    expect(members.map(({ name }) => name)).toEqual(['Alice']);
    ami.close();
  });
});
