import { filter, firstValueFrom, lastValueFrom } from 'rxjs';
import { createAction } from '../../../lib/index.js';
import { asked, loggedIn, until } from '../support/lab.js';
import { rejection } from './row.js';
import type { Row } from './row.js';

const silent = { Silent: () => undefined };

export const clientRows: Record<string, Row> = {
  'close()': async (bench) => {
    const ami = await bench.client(silent);
    await lastValueFrom(ami.request('Ping'));
    const pending = rejection(lastValueFrom(ami.request(createAction('Silent'))));
    ami.close();
    expect(await pending).toMatchObject({ name: 'ClosedError', outcome: 'unknown' });
  },
  'end()': async (bench) => {
    const server = await bench.server(silent);
    const ami = bench.connect(server.url);
    const pending = lastValueFrom(ami.request(createAction('Silent')));
    await until(() => asked(server).includes('Silent'));
    const ended = lastValueFrom(ami.end());
    expect(asked(server)).toEqual(['Silent']);
    server.requests.at(-1)?.respond('Success');
    await pending;
    await ended;
    expect(asked(server)).toEqual(['Silent', 'Logoff']);
  },
  'isBusy()': async (bench) => {
    const ami = await bench.client();
    expect(ami.pending > 0).toBe(false);
    const pong = lastValueFrom(ami.request('Ping'));
    expect(ami.pending > 0).toBe(true);
    await pong;
    expect(ami.pending > 0).toBe(false);
  },
  'createAction($name, $fields)': async (bench) => {
    const action = createAction('Custom', { Field: 'value' });
    const sent = await bench.asked('Custom', (ami) => ami.request(action));
    expect(sent.get('Field')).toBe('value');
    expect(sent.actionId).toMatch(/^[a-z0-9-]{3,60}$/);
    expect(action.actionId).toBeUndefined();
  },
  'request($action)': async (bench) => {
    const ami = await bench.client();
    const response = await lastValueFrom(ami.request(createAction('Ping')));
    expect(response.status).toBe('Success');
  },
  "on('event', $listener)": async (bench) => {
    const server = await bench.server();
    const ami = bench.connect(server.url);
    const event = firstValueFrom(ami.events$.pipe(filter(({ name }) => name === 'Hangup')));
    await loggedIn(server);
    server.emit('Hangup', { Cause: 16 }, 'call');
    expect((await event).get('Cause')).toBe('16');
  },
  "on('error', $listener)": async (bench) => {
    const server = await bench.server();
    const ami = bench.connect(server.url, { reconnect: false });
    const error = rejection(lastValueFrom(ami.events$));
    (await loggedIn(server)).destroy();
    expect(await error).toMatchObject({ name: 'ConnectionLostError' });
  },
  "on('close', $listener)": async (bench) => {
    const ami = await bench.client();
    const closed = new Promise<void>((complete) => ami.status$.subscribe({ complete }));
    await lastValueFrom(ami.end());
    await closed;
  },
};
