import { Buffer } from 'node:buffer';
import { from, of, take, toArray } from 'rxjs';
import { expectTypeOf } from 'expect-type';
import type { Observable } from 'rxjs';
import { ProtocolError, splitLines } from '../../lib/index.js';
import { marbles } from '../support/marbles.js';

const chunks = {
  a: 'Event: Han',
  b: 'gup\r\nCause: 1',
  c: '6\r\n',
  l: 'x'.repeat(17),
  '2': 'one\ntwo\n',
};
const lines = { h: 'Event: Hangup', c: 'Cause: 16', '1': 'one', '2': 'two' };

describe('splitLines', () => {
  it('emits a line when its end has come', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' -a--b--c--|', chunks);
      const expected = '     ----h--c--|';
      const subs = '         ^---------!';
      expectObservable(source$.pipe(splitLines())).toBe(expected, lines);
      expectSubscriptions(source$.subscriptions).toBe(subs);
    });
  });

  it('emits every line of a chunk at once', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' --2-----|', chunks);
      const expected = '     --(12)--|';
      const subs = '         ^-------!';
      expectObservable(source$.pipe(splitLines())).toBe(expected, lines);
      expectSubscriptions(source$.subscriptions).toBe(subs);
    });
  });

  it('drops half a line at the end', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' -a-b-|', chunks);
      const expected = '     ---h-|';
      const subs = '         ^----!';
      expectObservable(source$.pipe(splitLines())).toBe(expected, lines);
      expectSubscriptions(source$.subscriptions).toBe(subs);
    });
  });

  it('errors with the source', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' -a-b-#', chunks, new Error('reset'));
      const expected = '     ---h-#';
      const subs = '         ^----!';
      expectObservable(source$.pipe(splitLines())).toBe(expected, lines, new Error('reset'));
      expectSubscriptions(source$.subscriptions).toBe(subs);
    });
  });

  it('errors where a line passes the limit, and leaves the source', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' -a-b-l-c-|', chunks);
      const expected = '     ---h-#';
      const subs = '         ^----!';
      const error = new ProtocolError('The server sent a line of over 16 bytes');
      const options = { maxLineLength: 16 };
      expectObservable(source$.pipe(splitLines(options))).toBe(expected, lines, error);
      expectSubscriptions(source$.subscriptions).toBe(subs);
    });
  });

  it('leaves the source when it is left', () => {
    marbles(({ cold, hot, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' -2-----a-', chunks);
      const unsub = '        ------!---';
      const expected = '     -(12)-----';
      const subs = '         ^-----!---';
      expectObservable(source$.pipe(splitLines()), unsub).toBe(expected, lines);
      expectSubscriptions(source$.subscriptions).toBe(subs);

      const asked$ = hot(' -2--2--|', chunks);
      const first = '      -(1|)';
      const asking = '     ^!';
      expectObservable(asked$.pipe(splitLines(), take(1))).toBe(first, lines);
      expectSubscriptions(asked$.subscriptions).toBe(asking);
    });
  });

  it('begins anew with each subscription', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source$ = cold(' -a-b-|', chunks);
      const first = '        ^-!';
      const second = '       ---^-----';
      const lines$ = source$.pipe(splitLines());
      expectObservable(lines$, first).toBe('---');
      expectObservable(lines$, second).toBe('------h-|', lines);
      expectSubscriptions(source$.subscriptions).toBe([first, '---^----!']);
    });
  });

  it('takes bytes and text, in an encoding', () => {
    const source$ = of(Buffer.from('Jos\xe9\n', 'latin1'), new Uint8Array([0x61, 0x0a]), 'é\n');
    const seen: string[][] = [];
    source$.pipe(splitLines({ encoding: 'latin1' }), toArray()).subscribe((all) => seen.push(all));
    expect(seen).toEqual([['José', 'a', 'é']]);
    expectTypeOf(source$.pipe(splitLines())).toEqualTypeOf<Observable<string>>();
  });

  it('stops a source that emits at once when nobody listens any more', () => {
    let pulled = 0;
    function* endless(): Generator<string> {
      for (;;) {
        pulled++;
        yield 'a\n';
      }
    }
    const seen: unknown[] = [];
    from(endless())
      .pipe(splitLines(), take(2))
      .subscribe((one) => seen.push(one));
    expect(seen).toHaveLength(2);
    expect(pulled).toBeLessThan(10);
  });
});
