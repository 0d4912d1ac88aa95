import { fromSocket } from '../../../../lib/index.js';
import { createLinkPair } from '../../../../lib/testing/exchange/manager/link-pair.js';
import { VirtualClock } from '../../../../lib/testing/index.js';
import { watch } from '../../../support/watch.js';

describe('a connection within the process', () => {
  it('delivers bytes in order, and not within what sends them', () => {
    const clock = new VirtualClock();
    const { client, server } = createLinkPair(clock);
    const seen: string[] = [];
    server.received$.subscribe((bytes) => {
      seen.push(`server ${String(bytes)}`);
      if (String(bytes) === 'a') server.send('b');
      seen.push('server is done');
    });
    client.on('data', (bytes: Buffer) => {
      seen.push(`client ${String(bytes)}`);
      if (String(bytes) === 'b') client.write('c');
      seen.push('client is done');
    });
    client.write('a');

    expect(seen).toEqual([]);

    clock.advance();

    expect(seen).toEqual([
      'server a',
      'server is done',
      'client b',
      'client is done',
      'server c',
      'server is done',
    ]);
  });

  it('writes text in the encoding that the client asks for', () => {
    const clock = new VirtualClock();
    const { client, server } = createLinkPair(clock);
    const received: Buffer[] = [];
    server.received$.subscribe((bytes) => received.push(Buffer.from(bytes)));
    client.write('é', 'latin1');
    client.write('é', 'utf8');
    clock.advance();

    expect(Buffer.concat(received)).toEqual(Buffer.from([0xe9, 0xc3, 0xa9]));
  });

  it('ends for the client behind what was sent before', () => {
    const clock = new VirtualClock();
    const { client, server } = createLinkPair(clock);
    const lines = watch(fromSocket(client));
    server.send('last\r\n');
    server.end();
    server.send('lost\r\n');
    clock.advance();

    expect(lines.values).toEqual(['last']);
    expect(lines.isComplete).toBe(true);
    expect(client.destroyed).toBe(true);
  });

  it('ends for the server when the client closes, or says that it has said all', () => {
    for (const close of ['destroy', 'end'] as const) {
      const clock = new VirtualClock();
      const { client, server } = createLinkPair(clock);
      const received = watch(server.received$);
      client.write('last');
      client[close]();
      clock.advance();

      expect(received.values.map(String)).toEqual(['last']);
      expect(received.isComplete).toBe(true);
    }
  });

  it('breaks for the client when the server cuts it, with what was under way', () => {
    const clock = new VirtualClock();
    const { client, server } = createLinkPair(clock);
    const lines = watch(fromSocket(client));
    server.send('lost\r\n');
    server.destroy();
    clock.advance();

    expect(lines.values).toEqual([]);
    expect(lines.error).toMatchObject({ code: 'ECONNRESET' });
  });

  it('tells the server of another port each time', () => {
    const [one, other] = [createLinkPair(), createLinkPair()];

    expect(one.server.remoteAddress).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(one.server.remoteAddress).not.toBe(other.server.remoteAddress);
  });
});
