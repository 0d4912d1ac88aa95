import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

const line = fc.oneof(
  fc.constantFrom(
    'Response: Success',
    'Response: Follows',
    'Response: Error',
    'Event: Hangup',
    'EventList: start',
    'EventList: Complete',
    'ActionID: 1',
    '--END COMMAND--',
    '',
    ':',
    'Asterisk Call Manager/11.0.0',
  ),
  fc.string({ unit: 'binary' }),
);
const garbage = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc.array(line, { maxLength: 40 }).map((lines) => Buffer.from(lines.join('\r\n'))),
);

describe('whatever a server sends', () => {
  it('leaves the client alive, and its next session in order', () => {
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 8 }), (chunks) => {
        const exchange = new FakeExchange();
        const ami = exchange.online({ reconnect: { jitter: 'none' } });
        const streams = [watch(ami.events$), watch(ami.event('Hangup'))];
        watch(ami.diagnostics$);
        watch(ami.list('CoreShowChannels'));
        watch(ami.request('Ping'));
        for (const chunk of chunks) exchange.socket.receive(chunk);
        // A Goodbye among the garbage would end the client in order; nothing else may.
        for (const stream of streams) expect(stream.error).toBeUndefined();
        exchange.socket.finish();
        exchange.clock.advance(60_000);
        expect(watch(ami.status$).values).toMatchObject([{ state: 'online' }]);
        const ping = watch(ami.request('Ping'));
        exchange.socket.reply({ Response: 'Success' }, exchange.asked.at(-1));
        expect(ping.isComplete).toBe(true);
        ami.close();
      }),
      { numRuns: 300 },
    );
  });

  it('before the greeting, too', () => {
    fc.assert(
      fc.property(garbage, (chunk) => {
        const exchange = new FakeExchange();
        // An error that runs into the answer to the login would be a refusal of it.
        exchange.greeting = chunk.toString('latin1').replaceAll('Response: Error', '');
        const ami = exchange.connect({ reconnect: { jitter: 'none' } });
        exchange.clock.advance();
        exchange.socket.finish();
        exchange.greeting = 'Asterisk Call Manager/11.0.0\r\n';
        exchange.clock.advance(60_000);
        expect(watch(ami.status$).values).toMatchObject([{ state: 'online' }]);
        ami.close();
      }),
      { numRuns: 500 },
    );
  });
});
