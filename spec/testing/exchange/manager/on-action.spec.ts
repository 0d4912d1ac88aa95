import { firstValueFrom } from 'rxjs';
import { createAction } from '../../../../lib/index.js';
import type { AmiClient } from '../../../../lib/index.js';
import { Exchange, VirtualClock } from '../../../../lib/testing/index.js';
import type { ActionHandler, ActionRequest } from '../../../../lib/testing/index.js';
import { watch } from '../../../support/watch.js';

describe('An exchange with onAction', () => {
  let clock: VirtualClock;
  let exchange: Exchange;
  let ami: AmiClient;

  const start = (onAction: ActionHandler): void => {
    clock = new VirtualClock();
    exchange = new Exchange({ scheduler: clock, onAction });
    ami = exchange.connect({ auth: 'plain' });
    clock.advance(100);
  };

  afterEach(async () => {
    ami.close();
    await exchange.close();
  });

  it('shows each action, logins too, and answers those that nobody else does', () => {
    const requests: ActionRequest[] = [];
    start((request) => {
      requests.push(request);
      return undefined;
    });
    const pong = watch(ami.request('Ping'));
    ami.request('DBPut', { Family: 'a', Key: 'b', Val: 'c' }).subscribe();
    clock.advance(100);
    expect(requests.map((request) => request.get('Action'))).toEqual(['Login', 'Ping', 'DBPut']);
    expect(requests[0]?.get('Secret')).toBe('secret');
    expect(requests[2]?.action.toObject()).toMatchObject({ Family: 'a', Key: 'b', Val: 'c' });
    expect(pong.values.map((response) => response.get('Ping'))).toEqual(['Pong']);
  });

  it('lets one of its own actions be answered by somebody else, and one that it does not know', () => {
    start((request) => {
      if (!/^(Ping|GetConfig)$/.test(request.get('Action'))) return false;
      request.respond('Success', { Filename: request.get('Filename'), Line: ['a', 'b'] });
      return true;
    });
    const answers = watch(ami.request('GetConfig', { Filename: 'queues.conf' }));
    const pong = watch(ami.request('Ping'));
    clock.advance(100);
    expect(answers.values.map((response) => response.toObject())).toEqual([
      {
        Response: 'Success',
        ActionID: expect.any(String),
        Filename: 'queues.conf',
        Line: ['a', 'b'],
      },
    ]);
    expect(pong.values.map((response) => response.has('Ping'))).toEqual([false]);
  });

  it('sends lists', () => {
    start((request) => {
      if (request.get('Action') !== 'CoreShowChannels') return false;
      const channels = request.getAll('Wanted').map((Channel) => {
        return ['CoreShowChannel', { Channel }] as const;
      });
      request.list('Channels', channels, 'CoreShowChannelsComplete', { More: 1 });
      return true;
    });
    const messages = watch(ami.action(createAction('CoreShowChannels', { Wanted: ['a', 'b'] })));
    clock.advance(100);
    const withoutId = messages.values.map((message) => ({
      ...message.toObject(),
      ActionID: undefined,
    }));
    expect(withoutId).toEqual([
      { Response: 'Success', EventList: 'start', Message: 'Channels' },
      { Event: 'CoreShowChannel', Channel: 'a' },
      { Event: 'CoreShowChannel', Channel: 'b' },
      { Event: 'CoreShowChannelsComplete', EventList: 'Complete', ListItems: '2', More: '1' },
    ]);
    expect(messages.isComplete).toBe(true);
  });

  it('goes on with the session while an action is not answered, which may come later', () => {
    const silent: ActionRequest[] = [];
    start((request) => request.get('Action') === 'CoreStatus' && silent.push(request) > 0);
    const status = watch(ami.request('CoreStatus'));
    const pong = watch(ami.request('Ping'));
    clock.advance(100);
    expect(pong.isComplete).toBe(true);
    expect(status.values).toEqual([]);
    silent[0]?.respond('Success');
    clock.advance(100);
    expect(status.isComplete).toBe(true);
  });

  it('lets a login be refused', async () => {
    start((request) => {
      if (request.get('Action') !== 'Login') return false;
      request.respond('Error', { Message: 'Not today' });
      return true;
    });
    await expect(firstValueFrom(ami.events$)).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringContaining('Not today'),
    });
  });

  it('shows its sessions, by which it says anything, and which it ends', () => {
    start(() => false);
    const texts = watch(ami.event('Hangup'));
    const [session] = exchange.sessions;
    expect(session?.username).toBe('admin');
    expect(session?.remoteAddress).toMatch(/^127\.0\.0\.1:\d+$/);
    session?.send('Event: Hangup\r\nCause: 17\r\n\r\n');
    clock.advance(100);
    expect(texts.values.map(({ Cause }) => Cause)).toEqual([17]);
    session?.close();
    expect(exchange.sessions).toEqual([]);
  });
});
