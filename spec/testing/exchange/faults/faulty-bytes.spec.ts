import type { Fault } from '../../../../lib/testing/exchange/faults/fault.js';
import { FaultyLink } from '../../../../lib/testing/exchange/faults/faulty-link.js';
import type { VirtualClock } from '../../../../lib/testing/index.js';
import { FakeLink } from './fake-link.js';
import { LinkLab } from './link-lab.js';
import { event, greeting } from './messages.js';

describe('the bytes of a FaultyLink', () => {
  let lab: LinkLab;
  let clock: VirtualClock;
  let inner: FakeLink;
  let link: FaultyLink;

  beforeEach(() => {
    lab = new LinkLab();
    ({ clock, inner, link } = lab);
  });

  // Whatever was done to it, nothing is left when it has closed.
  afterEach(() => {
    link.destroy();
    expect(clock.pending).toBe(0);
    expect(lab.closed).toBe(1);
  });

  const inject = (fault: Fault): void => {
    link.inject(fault);
  };

  describe('bytes', () => {
    it('throws garbage in, the same for the same seed', () => {
      inject({ kind: 'garbage', bytes: 20, seed: 7 });
      const first = inner.sent;
      inject({ kind: 'garbage', bytes: 20, seed: 7 });
      expect(inner.sent).toBe(first + first);
      expect(first).toMatch(/^[^]{20}\r\n\r\n$/);
      inject({ kind: 'garbage', bytes: 20, seed: 8, isClosed: false });
      expect(inner.sent).toHaveLength(68);
      expect(inner.sent.slice(48)).not.toBe(first.slice(0, 20));
    });

    it('sends an event that is no UTF-8', () => {
      inject({ kind: 'invalid-utf8' });
      expect(inner.sent).toBe(
        event(
          'UserEvent',
          'Privilege: user,all',
          'UserEvent: InvalidUtf8',
          'Text: \x80 \xc0\xaf \xed\xa0\x80 \xf5\x80\x80\x80 Jos\xe9',
        ),
      );
    });

    it('begins a line without an end, which all else waits for', () => {
      inject({ kind: 'endless-line', bytes: 150_000, everyMs: 20 });
      link.send(event('A'));
      clock.advance(1000);
      expect(inner.log.map(([atMs, { length }]) => [atMs, length])).toEqual([
        [0, 65_536],
        [20, 65_536],
        [40, 18_928],
        [60, 4],
        [60, event('A').length],
      ]);
      expect(inner.sent).toMatch(/^x{150000}\r\n\r\nEvent: A\r\n\r\n$/);
    });

    it('keeps them back until the greeting has gone', () => {
      const other = new FakeLink(clock);
      const begun = new FaultyLink(other, clock);
      begun.inject({ kind: 'unknown-response' });
      begun.inject({ kind: 'invalid-utf8' });
      expect(other.sent).toBe('');
      begun.send(greeting);
      expect(other.sent).toMatch(/^Asterisk.*\r\nResponse: [^]*Event: UserEvent/);
    });
  });
});
