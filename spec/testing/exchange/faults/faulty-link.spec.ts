import type { Fault } from '../../../../lib/testing/exchange/faults/fault.js';
import { FaultyLink } from '../../../../lib/testing/exchange/faults/faulty-link.js';
import type { VirtualClock } from '../../../../lib/testing/index.js';
import type { Watched } from '../../../support/watch.js';
import { FakeLink } from './fake-link.js';
import { LinkLab } from './link-lab.js';
import { event, greeting, message, response } from './messages.js';

describe('FaultyLink', () => {
  let lab: LinkLab;
  let clock: VirtualClock;
  let inner: FakeLink;
  let link: FaultyLink;
  let received: Watched<Uint8Array>;

  beforeEach(() => {
    lab = new LinkLab();
    ({ clock, inner, link, received } = lab);
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

  describe('without a fault', () => {
    it('is the link that it was made of', () => {
      const bytes = Buffer.from(event('A'));
      link.send(bytes);
      link.send(event('Caf\xe9'));
      inner.receive('Action: Pi');
      inner.receive('ng\r\n\r\n');
      link.end();
      expect(inner.log).toEqual([
        [0, event('A')],
        [0, event('Caf\xe9')],
        [0, '<end>'],
      ]);
      expect(received.values.map(String)).toEqual(['Action: Pi', 'ng\r\n\r\n']);
      expect(link.remoteAddress).toBe('192.0.2.7');
    });

    it('completes when the client has closed, and then sends nothing', () => {
      inner.close();
      link.send(event('A'));
      inject({ kind: 'garbage' });
      link.end();
      expect(received.isComplete).toBe(true);
      expect(lab.closed).toBe(1);
      expect(inner.log).toEqual([]);
    });
  });

  describe('ends', () => {
    it.each(['reset', 'restart', 'refuse'] as const)('cuts at once by %s', (kind) => {
      inject({ kind: 'stall', ms: 100 });
      link.send(event('Waiting'));
      inject({ kind });
      link.send(event('Late'));
      clock.advance(1000);
      expect(inner.log).toEqual([[0, '<destroyed>']]);
      expect(received.isComplete).toBe(true);
    });

    it('closes by end after what was sent', () => {
      inject({ kind: 'stall', ms: 100 });
      link.send(event('Waiting'));
      inject({ kind: 'end' });
      link.send(event('Late'));
      clock.advance(1000);
      expect(inner.log).toEqual([
        [100, event('Waiting')],
        [100, '<end>'],
      ]);
    });

    it('swallows everything in both directions when half-open', () => {
      inject({ kind: 'stall', ms: 100 });
      link.send(event('Waiting'));
      inject({ kind: 'half-open' });
      link.send(event('A'));
      inner.receive(message('Action: Ping'));
      link.end();
      inject({ kind: 'garbage' });
      clock.advance(1000);
      expect(inner.log).toEqual([]);
      expect(received).toMatchObject({ values: [], isComplete: false });
      inner.close();
      expect(received.isComplete).toBe(true);
    });

    it('cuts in the middle of a line of the next message', () => {
      link.send(event('Before'));
      inject({ kind: 'cut-mid-line' });
      link.send(event('Hangup', 'Channel: PJSIP/a-1', 'Cause: 16') + event('Next'));
      link.send(event('Late'));
      expect(inner.log).toEqual([
        [0, event('Before')],
        [0, 'Event: Hangup\r\nChannel: '],
        [0, '<destroyed>'],
      ]);
    });

    it('cuts within the greeting', () => {
      const other = new FakeLink(clock);
      const begun = new FaultyLink(other, clock);
      begun.inject({ kind: 'cut-mid-line' });
      begun.inject({ kind: 'garbage' });
      begun.send(greeting);
      expect(other.log).toEqual([
        [0, 'Asterisk Call '],
        [0, '<destroyed>'],
      ]);
    });
  });

  describe('pace', () => {
    it('sends nothing while it stalls, then all', () => {
      inject({ kind: 'stall', ms: 300 });
      link.send(event('A'));
      clock.advance(200);
      link.send(event('B'));
      inner.receive(message('Action: Ping'));
      expect(inner.log).toEqual([]);
      clock.advance(200);
      link.send(event('C'));
      expect(inner.log).toEqual([
        [300, event('A')],
        [300, event('B')],
        [400, event('C')],
      ]);
      expect(lab.heard).toBe(message('Action: Ping'));
    });

    it('takes the longer of two stalls', () => {
      inject({ kind: 'stall', ms: 300 });
      inject({ kind: 'stall', ms: 100 });
      link.send(event('A'));
      clock.advance(100);
      inject({ kind: 'stall', ms: 400 });
      clock.advance(1000);
      expect(inner.log).toEqual([[500, event('A')]]);
    });

    it('drips for a time', () => {
      inject({ kind: 'slow-drip', bytes: 4, gapMs: 10, forMs: 25 });
      link.send(event('Hangup'));
      link.send('Response: ');
      clock.advance(1000);
      expect(inner.log).toEqual([
        [0, 'Even'],
        [10, 't: H'],
        [20, 'angu'],
        [30, 'p\r\n\r\n'],
        [30, 'Response: '],
      ]);
    });

    it('hears nothing from a slow login on', () => {
      inject({ kind: 'slow-login', ms: 700 });
      const challenge = message('Action: Challenge', 'AuthType: MD5');
      inner.receive(challenge);
      link.send(response('1'));
      clock.advance(50);
      inner.receive(message('Action: login', 'ActionID: 2', 'Username: a').slice(0, 9));
      inner.receive(message('Action: login', 'ActionID: 2', 'Username: a').slice(9));
      link.send(response('2'));
      link.send(event('FullyBooted'));
      clock.advance(1000);
      expect(inner.log).toEqual([
        [0, response('1')],
        [750, response('2')],
        [750, event('FullyBooted')],
      ]);
      expect(lab.heard).toBe(challenge + message('Action: login', 'ActionID: 2', 'Username: a'));
    });
  });

  it('leaves nothing scheduled when the client closes, whatever was to come', () => {
    link.send(event('A'));
    inject({ kind: 'late-response' });
    inject({ kind: 'out-of-order-responses' });
    link.send(response('1') + response('2'));
    inject({ kind: 'endless-line' });
    inject({ kind: 'slow-drip' });
    link.send(event('B'));
    expect(clock.pending).not.toBe(0);
    inner.close();
    expect(clock.pending).toBe(0);
  });
});
