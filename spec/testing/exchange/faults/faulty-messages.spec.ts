import type { Fault } from '../../../../lib/testing/exchange/faults/fault.js';
import type { FaultyLink } from '../../../../lib/testing/exchange/faults/faulty-link.js';
import type { VirtualClock } from '../../../../lib/testing/index.js';
import type { FakeLink } from './fake-link.js';
import { LinkLab } from './link-lab.js';
import { complete, entry, event, message, response, start } from './messages.js';

describe('the messages of a FaultyLink', () => {
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

  describe('responses', () => {
    it('sends the next ones twice', () => {
      inject({ kind: 'duplicate-response', count: 2 });
      link.send(event('A') + response('1'));
      link.send(response('2'));
      link.send(response('3'));
      expect(inner.sent).toBe(
        event('A') + response('1') + response('1') + response('2') + response('2') + response('3'),
      );
    });

    it('drops the next one, and nothing else of the answer', () => {
      inject({ kind: 'missing-response' });
      link.send(start('1') + entry('1', 'a') + complete('1', 1) + response('2'));
      expect(inner.sent).toBe(entry('1', 'a') + complete('1', 1) + response('2'));
    });

    it('sends the next ones late, each by itself', () => {
      inject({ kind: 'late-response', count: 2, ms: 50 });
      link.send(response('1'));
      clock.advance(20);
      link.send(response('2') + event('A') + response('3'));
      clock.advance(100);
      expect(inner.log).toEqual([
        [20, event('A')],
        [20, response('3')],
        [50, response('1')],
        [70, response('2')],
      ]);
    });

    it('sends what it kept back before an orderly end', () => {
      inject({ kind: 'late-response' });
      link.send(response('1'));
      link.end();
      clock.advance(5000);
      expect(inner.log).toEqual([
        [0, response('1')],
        [0, '<end>'],
      ]);
    });

    it('swaps the next two', () => {
      inject({ kind: 'out-of-order-responses', withinMs: 100 });
      link.send(response('1') + event('A'));
      clock.advance(30);
      link.send(response('2') + response('3'));
      clock.advance(1000);
      expect(inner.log).toEqual([
        [0, event('A')],
        [30, response('2')],
        [30, response('1')],
        [30, response('3')],
      ]);
    });

    it('waits for the second of two only so long', () => {
      inject({ kind: 'out-of-order-responses' });
      link.send(response('1'));
      clock.advance(999);
      expect(inner.log).toEqual([]);
      clock.advance(1);
      link.send(response('2'));
      expect(inner.log).toEqual([
        [1000, response('1')],
        [1000, response('2')],
      ]);
    });

    it('meddles with the answers to one action only, where it has a name', () => {
      inject({ kind: 'missing-response', action: 'originate' });
      inner.receive(message('Action: Ping', 'ActionID: 1') + 'Action: Orig');
      inner.receive('inate\r\nActionID: 2\r\n\r\n');
      link.send(response('1') + response('2'));
      inner.receive(message('Action: Originate', 'ActionID: 3'));
      link.send(response('3'));
      expect(inner.sent).toBe(response('1') + response('3'));
    });

    it('uses each fault for a response of its own', () => {
      inject({ kind: 'missing-response' });
      inject({ kind: 'duplicate-response' });
      link.send(response('1') + response('2') + response('3'));
      expect(inner.sent).toBe(response('2') + response('2') + response('3'));
    });

    it('takes an OriginateResponse for the event that it is', () => {
      const text = event('OriginateResponse', 'ActionID: 1', 'Response: Success');
      inject({ kind: 'missing-response' });
      link.send(text);
      expect(inner.sent).toBe(text);
      link.send(response('2'));
      expect(inner.sent).toBe(text);
    });

    it('answers actions that nobody asked for', () => {
      inject({ kind: 'unknown-response' });
      inject({ kind: 'unknown-response', actionId: 'x-7' });
      expect(inner.sent).toBe(
        response('nobody-1', 'Message: Nobody asked') + response('x-7', 'Message: Nobody asked'),
      );
    });
  });

  describe('lists', () => {
    it('does not come to the end, and everything waits', () => {
      inject({ kind: 'endless-list', entries: 2, everyMs: 30 });
      link.send(start('1') + entry('1', 'a') + entry('1', 'b') + complete('1', 2) + event('A'));
      clock.advance(50);
      link.send(response('2'));
      clock.advance(1000);
      expect(inner.log).toEqual([
        [0, start('1')],
        [0, entry('1', 'a')],
        [0, entry('1', 'b')],
        [30, entry('1', 'b')],
        [60, entry('1', 'b')],
        [90, complete('1', 2)],
        [90, event('A')],
        [90, response('2')],
      ]);
    });

    it('waits for a list that has entries', () => {
      inject({ kind: 'endless-list', entries: 1, everyMs: 0 });
      link.send(start('1') + complete('1', 0) + start('2') + entry('2', 'a') + complete('2', 1));
      clock.advance();
      expect(inner.sent).toBe(
        start('1') + complete('1', 0) + start('2') + entry('2', 'a').repeat(2) + complete('2', 1),
      );
    });

    it('is given up after some entries', () => {
      inject({ kind: 'list-cancelled', entries: 2 });
      const entries = ['a', 'b', 'c'].map((channel) => entry('1', channel)).join('');
      link.send(start('1') + entries + complete('1', 3) + start('2') + complete('2', 0));
      expect(inner.sent).toBe(
        start('1') +
          entry('1', 'a') +
          entry('1', 'b') +
          complete('1', 2, 'Cancelled') +
          start('2') +
          complete('2', 0),
      );
    });

    it('is given up with fewer entries than it may have', () => {
      inject({ kind: 'list-cancelled' });
      link.send(start('1') + complete('1', 0));
      expect(inner.sent).toBe(start('1') + complete('1', 0, 'Cancelled'));
    });

    it('leaves events and other lists alone', () => {
      inject({ kind: 'list-cancelled', entries: 0, action: 'CoreShowChannels' });
      inner.receive(message('Action: BridgeList', 'ActionID: 1'));
      inner.receive(message('Action: CoreShowChannels', 'ActionID: 2'));
      const bridges = start('1') + entry('1', 'a') + complete('1', 1);
      link.send(bridges + start('2') + event('Hangup') + entry('2', 'a') + complete('2', 1));
      expect(inner.sent).toBe(
        bridges + start('2') + event('Hangup') + complete('2', 0, 'Cancelled'),
      );
    });

    it('takes a second response for the end', () => {
      const refused = message('Response: Error', 'ActionID: 1');
      inject({ kind: 'list-cancelled', entries: 0 });
      link.send(start('1') + refused + entry('1', 'late') + complete('1', 1));
      expect(inner.sent).toBe(start('1') + refused + entry('1', 'late') + complete('1', 1));
    });
  });
});
