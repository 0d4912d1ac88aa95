import { once } from 'node:events';
import net from 'node:net';
import { firstValueFrom } from 'rxjs';
import { connect } from '../../../../lib/index.js';
import { listen } from '../../../../lib/testing/exchange/manager/listen.js';
import type { Link } from '../../../../lib/testing/exchange/manager/link.js';
import type { ListenOptions, Listener } from '../../../../lib/testing/exchange/manager/listen.js';
import { Manager } from '../../../../lib/testing/exchange/manager/manager.js';
import { Pbx } from '../../../../lib/testing/exchange/pbx/pbx.js';
import { certificate } from '../../../support/local-server.js';

describe('a manager that listens', () => {
  const listeners: Listener[] = [];

  async function serve(accept: (link: Link) => void, options?: ListenOptions): Promise<Listener> {
    const listener = await listen(accept, options);
    listeners.push(listener);
    return listener;
  }

  afterEach(async () => {
    for (const listener of listeners.splice(0)) await listener.close();
  });

  it.each([
    ['tcp', {}],
    ['tls', { tls: certificate }],
  ])('serves a client over %s', async (scheme, options) => {
    const pbx = new Pbx();
    const manager = new Manager(pbx);
    const { port } = await serve((link) => {
      manager.accept(link);
    }, options);
    const trust = scheme === 'tls' ? { tls: { ca: certificate.ca } } : {};
    const ami = connect(`${scheme}://admin:secret@localhost:${port}`, trust);
    const event = firstValueFrom(ami.event('UserEvent'));
    const response = await firstValueFrom(ami.request('UserEvent', { UserEvent: 'Hello' }));

    expect(response.get('Message')).toBe('Event Sent');
    await expect(event).resolves.toMatchObject({ UserEvent: 'Hello' });

    await firstValueFrom(ami.end());
    manager.destroy();
    pbx.stop();
  });

  it('knows where a client has dialled from', async () => {
    let link: Link | undefined;
    const { port } = await serve((accepted) => {
      link = accepted;
      link.end();
    });
    const socket = net.connect(port, '127.0.0.1');
    socket.resume();
    await once(socket, 'connect');
    const { localPort } = socket;
    await once(socket, 'close');

    expect(link?.remoteAddress).toBe(`127.0.0.1:${localPort}`);
  });

  it('resets a connection that it cuts', async () => {
    const { port } = await serve((link) => {
      link.send('half a li');
      link.destroy();
    });
    const socket = net.connect(port, '127.0.0.1');
    socket.resume();
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];

    expect(error.code).toBe('ECONNRESET');
  });

  it('closes with all its connections, and gives the port back', async () => {
    const listener = await listen((link) => {
      link.received$.subscribe();
    });
    const socket = net.connect(listener.port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await listener.close();
    await closed;
    const again = await serve(() => undefined, { port: listener.port });

    expect(again.port).toBe(listener.port);
  });

  it('rejects for a port that is taken', async () => {
    const { port } = await serve(() => undefined);

    await expect(listen(() => undefined, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is not harmed by who does not speak TLS', async () => {
    const accepted: Link[] = [];
    const { port } = await serve((link) => accepted.push(link), { tls: certificate });
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    socket.write('Action: Ping\r\n\r\n');
    await once(socket, 'close');

    expect(accepted).toEqual([]);
  });
});
