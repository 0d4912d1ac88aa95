import type { AmiClient } from '../../lib/index.js';
import { FakeExchange } from '../support/fake-exchange.js';
import { watch } from '../support/watch.js';

describe('the end of a client', () => {
  let exchange: FakeExchange;
  let ami: AmiClient;

  beforeEach(() => {
    exchange = new FakeExchange();
    ami = exchange.online();
  });

  describe('end()', () => {
    it('waits for what is pending, logs off, and closes', () => {
      const watched = [
        watch(ami.lines$),
        watch(ami.messages$),
        watch(ami.responses$),
        watch(ami.event('X')),
      ];
      const ping = watch(ami.request('Ping'));
      const end = watch(ami.end());
      expect(exchange.socket.names).not.toContain('Logoff');
      exchange.socket.reply({ Response: 'Success' }, exchange.asked[0]);
      expect(ping.isComplete).toBe(true);
      expect(exchange.socket.names.at(-1)).toBe('Logoff');
      expect(end).toMatchObject({ values: [undefined], isComplete: true });
      expect(exchange.socket.destroyed).toBe(true);
      expect(watch(ami.status$).values).toEqual([{ state: 'closed' }]);
      for (const stream of watched) expect(stream).toMatchObject({ isComplete: true });
      exchange.clock.advance(3_600_000);
      expect(exchange.sockets).toHaveLength(1);
    });

    it('takes no new actions meanwhile', () => {
      watch(ami.request('Ping'));
      watch(ami.end());
      expect(watch(ami.request('Ping')).error).toMatchObject({
        name: 'ClosedError',
        outcome: 'not-sent',
      });
      expect(exchange.asked).toHaveLength(1);
    });

    it('does nothing before it is subscribed to, and can be taken back', () => {
      const end$ = ami.end();
      exchange.answer = (action, socket) => {
        if (action.has('N')) socket.reply({ Response: 'Success' }, action);
      };
      expect(watch(ami.request('Ping', { N: 1 })).isComplete).toBe(true);
      watch(ami.request('Ping'));
      watch(end$).subscription.unsubscribe();
      expect(watch(ami.request('Ping', { N: 2 })).isComplete).toBe(true);
      expect(exchange.socket.destroyed).toBe(false);
    });

    it('ends as well when the connection is lost meanwhile', () => {
      const ping = watch(ami.request('Ping'));
      const end = watch(ami.end());
      exchange.socket.finish();
      expect(ping.error).toMatchObject({ name: 'ConnectionLostError' });
      expect(end).toMatchObject({ isComplete: true, error: undefined });
      exchange.clock.advance(60_000);
      expect(exchange.sockets).toHaveLength(1);
    });

    it('does not wait for a server that does not answer the Logoff', () => {
      exchange.isDeaf = true;
      const end = watch(ami.end());
      exchange.clock.advance(2999);
      expect(end.isComplete).toBe(false);
      exchange.clock.advance(1);
      expect(end).toMatchObject({ values: [undefined], isComplete: true });
      expect(exchange.clock.pending).toBe(0);
    });

    it('ends at once when there is no session and nothing held', () => {
      const other = new FakeExchange();
      other.dialled = () => new Error('down');
      const client = other.connect();
      expect(watch(client.end()).isComplete).toBe(true);
      other.clock.advance(60_000);
      expect(other.sockets).toHaveLength(1);
    });

    it('follows other actions in a chain, since it is cold', () => {
      exchange.answer = (action, socket) => {
        socket.reply({ Response: 'Success' }, action);
      };
      const order: string[] = [];
      ami.request('Ping').subscribe({
        complete: () => {
          order.push('ping');
          ami.end().subscribe({ complete: () => order.push('end') });
        },
      });
      expect(order).toEqual(['ping', 'end']);
    });
  });

  describe('close()', () => {
    it('fails what is pending, completes the streams, and stays closed', () => {
      const events = watch(ami.events$);
      const [inFlight, other] = [watch(ami.request('Ping')), watch(ami.list('QueueStatus'))];
      ami.close();
      expect(inFlight.error).toMatchObject({ name: 'ClosedError', outcome: 'unknown' });
      expect(other.error).toMatchObject({ name: 'ClosedError', action: 'QueueStatus' });
      expect(events).toMatchObject({ isComplete: true, error: undefined });
      expect(exchange.socket.destroyed).toBe(true);
      expect(ami.pending).toBe(0);
      expect(watch(ami.request('Ping')).error).toMatchObject({ outcome: 'not-sent' });
      expect(watch(ami.event('Hangup')).isComplete).toBe(true);
      ami.close();
      exchange.clock.advance(3_600_000);
      expect(exchange.sockets).toHaveLength(1);
    });

    it('fails what is held as not sent', () => {
      const other = new FakeExchange();
      const client = other.connect();
      const held = watch(client.request('Ping'));
      client.close();
      expect(held.error).toMatchObject({ name: 'ClosedError', outcome: 'not-sent' });
      other.clock.advance(60_000);
      expect(other.sockets.at(-1)?.destroyed).toBe(true);
    });

    it('may be called from within a handler, and nothing comes after it', () => {
      let seen = 0;
      ami.events$.subscribe(() => {
        seen++;
        ami.close();
      });
      exchange.socket.receive('Event: A\r\n\r\nEvent: B\r\n\r\nEvent: C\r\n\r\n');
      expect(seen).toBe(1);
    });

    it('leaves neither timer nor listener', () => {
      const busy = new FakeExchange();
      const client = busy.online({ keepAlive: {} });
      watch(client.list('QueueStatus'));
      client.close();
      expect(busy.clock.pending).toBe(0);
      expect(busy.socket.eventNames()).toEqual(['error']);
    });
  });

  it("an error in a subscriber is not the connection's", () => {
    const messages = watch(ami.messages$);
    const failing = watch(ami.request('Ping'));
    exchange.socket.reply({ Response: 'Success' }, exchange.asked[0]);
    expect(failing.isComplete).toBe(true);
    expect(messages.error).toBeUndefined();
  });
});
