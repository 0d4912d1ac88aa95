import { lastValueFrom, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { createAction } from '../../../lib/index.js';
import type { AmiClient, Message } from '../../../lib/index.js';
import { asked, loggedIn } from '../support/lab.js';
import { rejection } from './row.js';
import type { Row } from './row.js';

/** A row about an action that is sent by its name. */
const sends =
  (name: string, fields: object, send: (ami: AmiClient) => Observable<Message>): Row =>
  async (bench) => {
    const sent = await bench.asked(name, send);
    expect(sent.toObject()).toEqual({ Action: name, ActionID: sent.actionId, ...fields });
  };

/** A row about a list. */
const lists =
  (
    name: 'CoreShowChannels' | 'SIPpeers' | 'Agents' | 'ExtensionStateList',
    entry: string,
    complete: string,
  ): Row =>
  async (bench) => {
    const ami = await bench.client({
      [name]: (request) => {
        request.list('A list will follow', [[entry, { Number: 1 }]], complete);
      },
    });
    const collection = await lastValueFrom(ami.collect(name));
    expect(collection).toMatchObject({
      response: { status: 'Success' },
      entries: [{ Event: entry }],
      complete: { Event: complete },
    });
  };

export const actionSenderRows: Record<string, Row> = {
  'new ActionSender($client)': sends('Ping', {}, (ami) => ami.request('Ping')),
  'login($user, $secret, $events)': async (bench) => {
    const server = await bench.server();
    const ami = bench.connect(`127.0.0.1:${server.port}`);
    const login = { Username: 'admin', Secret: 'secret', Events: 'on' };
    const response = await lastValueFrom(ami.request('Login', login));
    expect(response.message).toBe('Authentication accepted');
    expect(server.client.username).toBe('admin');
  },
  'logoff()': async (bench) => {
    const server = await bench.server();
    await lastValueFrom(bench.connect(server.url).end());
    const ami = bench.connect(server.url);
    expect((await lastValueFrom(ami.request('Logoff'))).status).toBe('Goodbye');
    expect(await lastValueFrom(ami.status$)).toEqual({ state: 'closed' });
  },
  'agentLogoff($agent, $soft)': sends('AgentLogoff', { Agent: '1001', Soft: 'yes' }, (ami) =>
    ami.request('AgentLogoff', { Agent: '1001', Soft: true }),
  ),
  'ping()': async (bench) => {
    const server = await bench.server();
    const ami = bench.connect(server.url, { keepAlive: { silenceMs: 20 } });
    expect((await lastValueFrom(ami.request('Ping'))).get('Ping')).toBe('Pong');
    await loggedIn(server);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked(server).length).toBeGreaterThan(1);
  },
  'command($command)': sends('Command', { Command: 'core show uptime' }, (ami) =>
    ami.request('Command', { Command: 'core show uptime' }),
  ),
  'events($mask)': async (bench) => {
    const server = await bench.server({
      Events: (request) => {
        request.respond('Success', { Events: 'On' });
      },
    });
    const ami = bench.connect(server.url, { events: ['call', 'agent'] });
    await lastValueFrom(ami.request('Events', { EventMask: 'call' }));
    const [login, events] = server.requests.slice(-2);
    expect(login?.get('Events')).toBe('call,agent');
    expect(events?.get('EventMask')).toBe('call');
  },
  'sipShowPeer($peer)': sends('SIPshowpeer', { Peer: 'alice' }, (ami) =>
    ami.request('SIPshowpeer', { Peer: 'alice' }),
  ),
  'listCommands()': sends('ListCommands', {}, (ami) => ami.request('ListCommands')),
  'sendText($channel, $message)': sends('SendText', { Channel: 'a', Message: 'Hi' }, (ami) =>
    ami.request('SendText', { Channel: 'a', Message: 'Hi' }),
  ),
  'hangup($channel, $cause)': sends('Hangup', { Channel: 'a', Cause: '16' }, (ami) =>
    ami.request('Hangup', { Channel: 'a', Cause: 16 }),
  ),
  'challenge($authType)': async (bench) => {
    const server = await bench.server();
    const ami = bench.connect(`127.0.0.1:${server.port}`);
    const response = await lastValueFrom(ami.request('Challenge', { AuthType: 'MD5' }));
    expect(response.get('Challenge')).toMatch(/^\d+$/);
  },
  'getConfig($file, $category)': sends('GetConfig', { Filename: 'queues.conf' }, (ami) =>
    ami.request('GetConfig', { Filename: 'queues.conf', Category: undefined }),
  ),
  'coreShowChannels()': lists('CoreShowChannels', 'CoreShowChannel', 'CoreShowChannelsComplete'),
  'sipPeers()': lists('SIPpeers', 'PeerEntry', 'PeerlistComplete'),
  'agents()': lists('Agents', 'Agents', 'AgentsComplete'),
  'extensionStates()': lists('ExtensionStateList', 'ExtensionStatus', 'ExtensionStateListComplete'),
  '->then($onResponse, $onError)': async (bench) => {
    const ami = await bench.client();
    expect((await lastValueFrom(ami.request('Ping'))).status).toBe('Success');
    const error = await new Promise((resolve) => {
      ami.request(createAction('Unknown')).subscribe({ error: resolve });
    });
    expect(error).toMatchObject({ name: 'ActionError' });
  },
  'Block\\await($promise, $loop, 5.0)': async (bench) => {
    const ami = await bench.client({ Silent: () => undefined });
    const late = lastValueFrom(ami.request(createAction('Silent')).pipe(timeout(100)));
    expect(await rejection(late)).toMatchObject({ name: 'TimeoutError' });
    expect(ami.pending).toBe(0);
  },
};
