import { concat, delay, lastValueFrom, map, NEVER, of, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import { createAction } from '../../../lib/index.js';
import type { AmiClient, AmiEvent } from '../../../lib/index.js';
import { fakeClient } from '../../../lib/testing/fake-client/fake-client.js';
import { event } from '../../../lib/testing/marbles/event.js';
import { inShort } from '../../../lib/testing/marbles/in-short.js';
import { response } from '../../../lib/testing/marbles/response.js';
import { marbles } from '../../support/marbles.js';

/** Everything that an Observable emits until it completes. */
function all<T>(source: Observable<T>): Promise<T[]> {
  return lastValueFrom(source.pipe(toArray()));
}

/** Everything that answers an action, in short. */
function answerTo(ami: AmiClient, name: string, fields: Record<string, string> = {}) {
  return all(ami.action(createAction(name, fields)).pipe(map(inShort())));
}

const alice = event('QueueMember', { Name: 'Alice', Location: 'PJSIP/alice' });
const queue = event('QueueParams', { Queue: 'support' });

describe('A fake client is answered', () => {
  it('with a response, under the ActionID of the action', async () => {
    const { ami, actions } = fakeClient({
      answers: { QueuePause: response('Success', { Message: 'Interface paused successfully' }) },
    });
    const pause$ = ami.request('QueuePause', { Interface: 'PJSIP/alice', Paused: true });
    const paused = await lastValueFrom(pause$);
    expect(paused.message).toBe('Interface paused successfully');
    expect(paused.lines[1]).toBe(`ActionID: ${actions[0]?.actionId}`);
  });

  it('with a refusal', async () => {
    const { ami } = fakeClient({
      answers: { Hangup: response('Error', { Message: 'No such channel' }) },
    });
    const hangup$ = ami.request('Hangup', { Channel: 'PJSIP/alice-1' });
    await expect(lastValueFrom(hangup$)).rejects.toThrow('No such channel');
  });

  it('with a list, by its entries', async () => {
    const { ami } = fakeClient({ answers: { QueueStatus: [queue, alice] } });
    expect(await answerTo(ami, 'QueueStatus')).toEqual([
      'Success EventList=start Message="A list will follow"',
      'QueueParams Queue=support',
      'QueueMember Name=Alice Location=PJSIP/alice',
      'QueueStatusComplete EventList=Complete ListItems=2',
    ]);
    const entries = await all(ami.list('QueueStatus'));
    expect(entries.map((entry) => entry.Event)).toEqual(['QueueParams', 'QueueMember']);
  });

  it('with a list of a module of its own', async () => {
    const { ami } = fakeClient({ answers: { LampList: [event('Lamp', { Name: 'hall' })] } });
    expect(await answerTo(ami, 'LampList')).toEqual([
      'Success EventList=start Message="A list will follow"',
      'Lamp Name=hall',
      'LampListComplete EventList=Complete ListItems=1',
    ]);
  });

  it('with messages as they are, of which events that are no part of the answer are news', async () => {
    const { ami } = fakeClient({
      answers: {
        QueuePause: [response(), event('QueueMemberPause', { Interface: 'PJSIP/alice' })],
        Originate: [
          response('Success', { Message: 'Originate successfully queued' }),
          event('OriginateResponse', { Response: 'Success', Channel: 'PJSIP/alice-1' }),
        ],
      },
    });
    const events: AmiEvent[] = [];
    ami.events$.subscribe((one) => events.push(one));
    expect(await answerTo(ami, 'QueuePause')).toEqual(['Success']);
    expect(events.map((one) => one.lines)).toEqual([
      ['Event: QueueMemberPause', 'Interface: PJSIP/alice'],
    ]);
    expect(await answerTo(ami, 'Originate', { Channel: 'PJSIP/alice', Async: 'true' })).toEqual([
      'Success Message="Originate successfully queued"',
      'OriginateResponse Response=Success Channel=PJSIP/alice-1',
    ]);
  });

  it('by a function of the action, whatever the case of its name', async () => {
    const { ami } = fakeClient({
      answers: {
        dbget: (action) =>
          action.get('Key') === 'alice'
            ? [event('DBGetResponse', { Val: '1001' })]
            : response('Error', { Message: 'Database entry not found' }),
      },
    });
    const valuesOf = (Key: string) => all(ami.list('DBGet', { Family: 'phones', Key }));
    expect((await valuesOf('alice')).map((entry) => entry.Val)).toEqual(['1001']);
    expect(await valuesOf('bob')).toEqual([]);
  });

  it('when an Observable says so, which is subscribed to for each action', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const pong$ = cold('--p|', { p: response('Success', { Ping: 'Pong' }) });
      const list$ = cold('-l|', { l: [queue, alice] });
      const { ami } = fakeClient({ answers: { Ping: () => pong$, QueueStatus: list$ } });
      expectObservable(ami.request('Ping').pipe(map(inShort()))).toBe('--(p|)', {
        p: 'Success Ping=Pong',
      });
      expectObservable(ami.list('QueueStatus').pipe(map(({ Event }) => Event))).toBe('-(qm|)', {
        q: 'QueueParams',
        m: 'QueueMember',
      });
      expectSubscriptions(pong$.subscriptions).toBe('^--!');
      expectSubscriptions(list$.subscriptions).toBe('^-!');
    });
  });

  it('never, and fails in time, while others are answered', () => {
    marbles(({ expectObservable }) => {
      const { ami } = fakeClient({ answers: { CoreStatus: NEVER }, actionTimeoutMs: 500 });
      const ends$ = ami.request('CoreStatus');
      expectObservable(ends$).toBe(
        '500ms #',
        undefined,
        expect.objectContaining({ code: 'AMI_ACTION_TIMEOUT' }),
      );
      expectObservable(ami.request('Ping').pipe(map(({ status }) => status))).toBe('(s|)', {
        s: 'Success',
      });
    });
  });

  it('until the session is lost, after which nobody listens to the answer', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const answer$ = cold('---p|', { p: response() });
      const fake = fakeClient({ answers: { Ping: answer$ } });
      cold('--x').subscribe(() => {
        fake.lose();
      });
      expectObservable(fake.ami.request('Ping')).toBe(
        '--#',
        undefined,
        expect.objectContaining({ code: 'AMI_CONNECTION_LOST', outcome: 'unknown' }),
      );
      expectSubscriptions(answer$.subscriptions).toBe('^-!');
    });
  });

  it('with the loss of the session where the answer fails', async () => {
    const { ami } = fakeClient({
      answers: {
        Ping: () => {
          throw new Error('expected no Ping');
        },
      },
      reconnect: false,
    });
    await expect(lastValueFrom(ami.request('Ping'))).rejects.toThrow('expected no Ping');
  });

  it('to a call that takes its time', () => {
    marbles(({ expectObservable }) => {
      const { ami } = fakeClient({
        answers: {
          Originate: concat(
            of(response('Success', { Message: 'Originate successfully queued' })),
            of(event('OriginateResponse', { Response: 'Failure', Reason: 5 })).pipe(delay(2000)),
          ),
        },
      });
      const call$ = ami.action('Originate', { Channel: 'PJSIP/alice', Async: true });
      expectObservable(call$.pipe(map(inShort('Reason')))).toBe(
        'q 1999ms #',
        { q: 'Success' },
        expect.objectContaining({ code: 'AMI_ACTION' }),
      );
    });
  });
});

describe('A fake client without answers', () => {
  it('has its Ping answered', async () => {
    const { ami } = fakeClient();
    expect((await lastValueFrom(ami.request('Ping'))).values.Ping).toBe('Pong');
  });

  it.each(['CoreShowChannels', 'QueueStatus', 'PJSIPShowEndpoints'])(
    'has no entries in %s',
    async (name) => {
      const { ami } = fakeClient();
      expect(await all(ami.list(createAction(name)))).toEqual([]);
    },
  );

  it.each(['Hangup', 'QueuePause', 'Frobnicate'])('is told that there is no %s', async (name) => {
    const { ami } = fakeClient();
    await expect(lastValueFrom(ami.request(createAction(name)))).rejects.toThrow(
      `Invalid/unknown command: ${name}. Use Action: ListCommands to show available commands.`,
    );
  });
});
