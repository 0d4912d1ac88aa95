import type { Duplex } from 'node:stream';
import type { Observable } from 'rxjs';
import { FakeSocket } from './fake-socket.js';

/** What the letters of the marbles stand for: each is a chunk of bytes. */
export const chunks = {
  g: 'Asterisk Call Manager/11.0.0\r\n',
  h: 'Event: Hangup\r\nCause: 16\r\n\r\n',
  n: 'Event: Newchannel\r\n\r\n',
  r: 'Response: Success\r\nActionID: other\r\n\r\n',
  // Cut within a line, and with two messages in one chunk.
  c: 'Event: Hang',
  d: 'up\r\nCause: 17\r\n\r\nEvent: Newchannel\r\n\r\n',
  x: 'x'.repeat(2000),
};

/**
 * A socket fed by marbles: it subscribes to them when it is dialled, ends with them, fails with
 * them, and unsubscribes when it is destroyed, so that subscriptions tell of sockets.
 */
export function marbleSocket(source: Observable<string>): Duplex {
  const socket = new FakeSocket();
  const subscription = source.subscribe({
    next: (chunk) => {
      socket.receive(chunk);
    },
    error: () => {
      socket.fail(new Error('reset'));
    },
    complete: () => {
      socket.finish();
    },
  });
  socket.once('close', () => {
    subscription.unsubscribe();
  });
  return socket;
}
