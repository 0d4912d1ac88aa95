import { expectTypeOf } from 'expect-type';
import { from, map, of, take } from 'rxjs';
import type { Observable } from 'rxjs';
import { Message, MessageParser, parseMessages, ProtocolError } from '../../lib/index.js';
import { marbles } from '../support/marbles.js';

const lines = {
  g: 'Asterisk Call Manager/11.0.0',
  r: 'Response: Success',
  p: 'Ping: Pong',
  e: 'Event: Hangup',
  c: 'Cause: 16',
  x: 'xyz',
  _: '',
};
/** Each message as its kind and its lines. */
function toShown(source: Observable<Message>): Observable<string> {
  return source.pipe(map((message) => `${message.constructor.name}: ${message.lines.join()}`));
}
const messages = {
  R: 'Response: Response: Success,Ping: Pong',
  E: 'AmiEvent: Event: Hangup,Cause: 16',
  M: 'Message: xyz',
};

describe('parseMessages', () => {
  it('emits a message when its empty line has come', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' g-rp_-ec__-x_|', lines);
      const expected = '     ----R---E---M|';
      const subs = '         ^------------!';
      expectObservable(source$.pipe(parseMessages(), toShown)).toBe(expected, messages);
      expectSubscriptions(source$.subscriptions).toBe(subs);
    });
  });

  it('drops half a message at the end', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' rp_-e-|', lines);
      const expected = '     --R---|';
      const subs = '         ^-----!';
      expectObservable(source$.pipe(parseMessages(), toShown)).toBe(expected, messages);
      expectSubscriptions(source$.subscriptions).toBe(subs);
    });
  });

  it('errors with the source', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' rp_-e-#', lines, new Error('reset'));
      const expected = '     --R---#';
      const subs = '         ^-----!';
      const parsed$ = source$.pipe(parseMessages(), toShown);
      expectObservable(parsed$).toBe(expected, messages, new Error('reset'));
      expectSubscriptions(source$.subscriptions).toBe(subs);
    });
  });

  it('errors where a message passes the limit, and leaves the source', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' ec_-rppp_-|', lines);
      const expected = '     --E---#';
      const subs = '         ^-----!';
      const error = new ProtocolError('The server sent a message of over 40 characters');
      const parsed$ = source$.pipe(parseMessages({ maxMessageSize: 40 }), toShown);
      expectObservable(parsed$).toBe(expected, messages, error);
      expectSubscriptions(source$.subscriptions).toBe(subs);
    });
  });

  it('leaves the source when it is left', () => {
    marbles(({ hot, expectObservable, expectSubscriptions }) => {
      const source$ = hot(' rp_-ec_-|', lines);
      const unsub = '       ----!';
      const expected = '    --R--';
      const subs = '        ^---!';
      expectObservable(source$.pipe(parseMessages(), toShown), unsub).toBe(expected, messages);
      expectObservable(source$.pipe(parseMessages(), take(1), toShown)).toBe('--(R|)', messages);
      expectSubscriptions(source$.subscriptions).toBe([subs, '^-!']);
    });
  });

  it('begins anew with each subscription', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' ec-_|', lines);
      const first = '        ^--!';
      const second = '       ----^----';
      const expected = '     -------E|';
      const parsed$ = source$.pipe(parseMessages(), toShown);
      expectObservable(parsed$, first).toBe('');
      expectObservable(parsed$, second).toBe(expected, messages);
      expectSubscriptions(source$.subscriptions).toBe([first, '----^---!']);
    });
  });

  it('takes a parser that tells of the greeting, and of what was cut off', () => {
    const parser = new MessageParser();
    const seen: Message[] = [];
    of(lines.g, lines.r, '', lines.e, lines.c)
      .pipe(parseMessages(parser))
      .subscribe((message) => seen.push(message));
    expect(seen.map(String)).toEqual(['Response: Success\r\n\r\n']);
    expect(parser.greeting).toEqual({ line: lines.g, version: '11.0.0' });
    expect(parser.waiting).toBe(2);
    expectTypeOf(of('').pipe(parseMessages(parser))).toEqualTypeOf<Observable<Message>>();
  });

  it('stops a source that emits at once when nobody listens any more', () => {
    let pulled = 0;
    function* endless(): Generator<string> {
      for (;;) {
        pulled++;
        yield pulled % 2 === 0 ? '' : 'Event: A';
      }
    }
    const seen: unknown[] = [];
    from(endless())
      .pipe(parseMessages(), take(2))
      .subscribe((one) => seen.push(one));
    expect(seen).toHaveLength(2);
    expect(pulled).toBeLessThan(10);
  });
});
