import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filter, firstValueFrom, lastValueFrom, take } from 'rxjs';
import { AuthenticationError, connect, parseAmiUrl } from '../../../lib/index.js';
import { root } from '../support/pages.js';
import { loggedIn } from '../support/lab.js';
import { rejection } from './row.js';
import type { Row } from './row.js';

const tlsFile = (name: string): Buffer => readFileSync(join(root, 'spec/support/tls', name));

export const factoryRows: Record<string, Row> = {
  'new Factory()': async (bench) => {
    const server = await bench.server();
    const ami = connect(server.url);
    expect((await lastValueFrom(ami.request('Ping'))).get('Ping')).toBe('Pong');
    ami.close();
  },
  'new Factory($loop, $connector)': async (bench) => {
    const server = await bench.server();
    const ami = bench.connect(server.url, { socket: { localAddress: '127.0.0.9' } });
    await lastValueFrom(ami.request('Ping'));
    expect(server.client.remoteAddress).toMatch(/^127\.0\.0\.9:/);
  },
  "createClient('localhost:5038')": async (bench) => {
    expect(parseAmiUrl('localhost:5038')).toEqual({ host: 'localhost', port: 5038, tls: false });
    const server = await bench.server();
    const ami = bench.connect(`127.0.0.1:${server.port}`);
    await firstValueFrom(ami.status$.pipe(filter(({ state }) => state === 'online')));
    expect(server.sessions.map(({ username }) => username)).toEqual(['']);
  },
  "createClient('user:secret@localhost')": async (bench) => {
    const server = await bench.server();
    const address = `admin:secret@127.0.0.1:${server.port}`;
    bench.connect(address);
    await loggedIn(server);
    expect(server.asked).toEqual(['Challenge', 'Login']);
    await lastValueFrom(bench.connect(address, { auth: 'plain' }).request('Ping'));
    expect(server.requests[2]?.get('Secret')).toBe('secret');
  },
  "createClient('tls://user:secret@localhost:5039')": async (bench) => {
    expect(parseAmiUrl('tls://localhost')).toMatchObject({ port: 5039, tls: true });
    const tls = { key: tlsFile('key.pem'), cert: tlsFile('cert.pem') };
    const server = await bench.server({}, { tls });
    const options = { tls: { ca: tlsFile('ca.pem'), servername: 'localhost' } };
    await lastValueFrom(bench.connect(server.url, options).request('Ping'));
    const untrusting = bench.connect(server.url, { reconnect: false });
    expect(await rejection(lastValueFrom(untrusting.events$))).toMatchObject({ phase: 'tls' });
  },
  'rawurlencode($secret)': async (bench) => {
    const secret = 'p@ss:w/rd?#%';
    const server = await bench.server({}, { users: { admin: secret } });
    const ami = bench.connect(`admin:${encodeURIComponent(secret)}@127.0.0.1:${server.port}`);
    await lastValueFrom(ami.request('Ping'));
    expect(server.client.username).toBe('admin');
  },
  'createClient(…)->then($connected)': async (bench) => {
    const ami = await bench.client();
    const online$ = ami.status$.pipe(
      filter(({ state }) => state === 'online'),
      take(1),
    );
    expect(await lastValueFrom(online$)).toMatchObject({ version: '11.0.0' });
  },
  'createClient(…)->then(null, $failed)': async (bench) => {
    const server = await bench.server();
    const refused = bench.connect(server.url.replace('secret', 'wrong'));
    expect(await rejection(lastValueFrom(refused.request('Ping')))).toBeInstanceOf(
      AuthenticationError,
    );
    const nobody = bench.connect('admin:secret@127.0.0.1:1', { reconnect: false });
    expect(await rejection(lastValueFrom(nobody.events$))).toMatchObject({ name: 'ConnectError' });
    expect(() => connect('http://localhost')).toThrow(TypeError);
  },
};
