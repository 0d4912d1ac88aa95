import { map, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { connect, ConnectionLostError, ProtocolError } from '../../lib/index.js';
import type { AmiClient, SessionOptions } from '../../lib/index.js';
import { chunks, marbleSocket } from '../support/marble-socket.js';

const closed = new ConnectionLostError(
  'The connection to tcp://localhost:5038 was lost: the server closed it',
  'unknown',
);
const broken = new ConnectionLostError(
  'The connection to tcp://localhost:5038 was lost: reset',
  'unknown',
);

type RunHelpers = Parameters<Parameters<TestScheduler['run']>[0]>[0];

interface Marbles extends RunHelpers {
  /** A client whose socket receives the chunks of the marbles, and the subscriptions to them. */
  client(marbles: string, options?: SessionOptions): AmiClient;
  /** When the socket was open. */
  expectSocket(marbles: string): void;
}

const test = (body: (marbles: Marbles) => void): void => {
  const scheduler = new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  });
  scheduler.run((helpers) => {
    let source$ = helpers.cold('');
    body({
      ...helpers,
      client: (marbles, options = {}) => {
        source$ = helpers.cold(marbles, chunks);
        const transport = () => marbleSocket(source$);
        const limits = { maxLineLength: 1000 };
        const alone = { scheduler, reconnect: false, keepAlive: false, limits, transport } as const;
        return connect({ ...alone, ...options });
      },
      expectSocket: (marbles) => {
        helpers.expectSubscriptions(source$.subscriptions).toBe(marbles);
      },
    });
  });
};

describe('the streams of a client', () => {
  it('events$ emits events, and errors with what is final', () => {
    test(({ client, expectObservable, expectSocket }) => {
      const ami = client('   -g-h-n-r-h-|');
      const expected = '     ---h-n---h-#';
      const socket = '       ^----------!';
      const names$ = ami.events$.pipe(map(({ name }) => name.charAt(0).toLowerCase()));
      expectObservable(names$).toBe(expected, undefined, closed);
      expectSocket(socket);
    });
  });

  it('event() emits the events of its name', () => {
    test(({ client, expectObservable, expectSocket }) => {
      const ami = client('   -g-h-n-c-d-#');
      const expected = '     ---a-----b-#';
      const socket = '       ^----------!';
      const causes$ = ami.event('Hangup').pipe(map((event) => event.Cause));
      expectObservable(causes$).toBe(expected, { a: 16, b: 17 }, broken);
      expectSocket(socket);
    });
  });

  it('unsubscribing from a stream leaves the others, and the socket, alone', () => {
    test(({ client, expectObservable, expectSocket }) => {
      const ami = client('   -g-h-n-h-h-|');
      const unsub = '        ------!     ';
      const expected = '     ---h---     ';
      const others = '       ---h---h-h-#';
      const socket = '       ^----------!';
      const hangups$ = ami.event('Hangup').pipe(map(() => 'h'));
      expectObservable(hangups$, unsub).toBe(expected);
      expectObservable(hangups$).toBe(others, undefined, closed);
      expectSocket(socket);
    });
  });

  it('responses$ emits responses', () => {
    test(({ client, expectObservable }) => {
      const ami = client('   -g-h-r-|');
      const expected = '     -----r-#';
      expectObservable(ami.responses$.pipe(map(() => 'r'))).toBe(expected, undefined, closed);
    });
  });

  it('messages$ emits both, and what a chunk cuts once it is whole', () => {
    test(({ client, expectObservable }) => {
      const ami = client('   -g-h-r-c-d-----|');
      const expected = '     ---m-m---(mm)--#';
      expectObservable(ami.messages$.pipe(map(() => 'm'))).toBe(expected, undefined, closed);
    });
  });

  it('lines$ emits every line, the greeting and empty ones included', () => {
    test(({ client, expectObservable }) => {
      const ami = client('   -g-h-----c-d------|');
      const expected = '     -l-(lll)---(lllll)#';
      expectObservable(ami.lines$.pipe(map(() => 'l'))).toBe(expected, undefined, closed);
    });
  });

  it('lines$ errors with a line that passes the limit, and the socket is freed', () => {
    test(({ client, expectObservable, expectSocket }) => {
      const ami = client('   -g-x-h-|');
      const expected = '     -l-#    ';
      const socket = '       ^--!    ';
      const tooLong = new ProtocolError('The server sent a line of over 1000 bytes');
      expectObservable(ami.lines$.pipe(map(() => 'l'))).toBe(expected, undefined, tooLong);
      expectSocket(socket);
    });
  });

  it('status$ emits where the client stands, and completes', () => {
    test(({ client, expectObservable }) => {
      const ami = client('   -g-----|');
      const expected = '     c(ao)--(x|)';
      const letter = {
        connecting: 'c',
        authenticating: 'a',
        online: 'o',
        waiting: 'w',
        closed: 'x',
      };
      expectObservable(ami.status$.pipe(map(({ state }) => letter[state]))).toBe(expected);
    });
  });

  it('diagnostics$ emits what was survived, and completes', () => {
    test(({ client, expectObservable }) => {
      const ami = client('   -g-r-h-n-|');
      const expected = '     ---o-----|';
      expectObservable(ami.diagnostics$.pipe(map(({ type }) => type.charAt(0)))).toBe(expected);
    });
  });

  it('close() completes them, and closes the socket', () => {
    test(({ client, expectObservable, expectSocket }) => {
      const ami = client('   -g-h-n-h-h-|');
      const expected = '     ---h--|     ';
      const socket = '       ^-----!     ';
      timer(6).subscribe(() => {
        ami.close();
      });
      expectObservable(ami.event('Hangup').pipe(map(() => 'h'))).toBe(expected);
      expectSocket(socket);
    });
  });

  it('while it reconnects, they neither error nor complete', () => {
    test(({ client, expectObservable, expectSubscriptions, cold }) => {
      const first$ = cold('   -g-h-|', chunks);
      const second$ = cold('        -g-h---#', chunks);
      const expected = '     ---h-----h-----|';
      const sources = [first$, second$];
      const ami = client('', {
        reconnect: { initialDelayMs: 1, jitter: 'none' },
        transport: () => marbleSocket(sources.shift() ?? cold('-')),
      } as SessionOptions);
      timer(15).subscribe(() => {
        ami.close();
      });
      expectObservable(ami.event('Hangup').pipe(map(() => 'h'))).toBe(expected);
      expectSubscriptions(first$.subscriptions).toBe('^----!');
      expectSubscriptions(second$.subscriptions).toBe('------^------!');
    });
  });
});
