import fc from 'fast-check';
import type { Fault } from '../../../../lib/testing/exchange/faults/fault.js';
import { FaultyLink } from '../../../../lib/testing/exchange/faults/faulty-link.js';
import type { VirtualClock } from '../../../../lib/testing/index.js';
import { randomCuts } from '../../../support/every-cut.js';
import { watch } from '../../../support/watch.js';
import { FakeLink } from './fake-link.js';
import { LinkLab } from './link-lab.js';
import { greeting, message, response } from './messages.js';

describe('the actions that a FaultyLink lets through', () => {
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

  describe('actions', () => {
    const denied = (id: string): string =>
      message('Response: Error', `ActionID: ${id}`, 'Message: Permission denied');

    it('refuses the next ones, which the exchange never sees', () => {
      inject({ kind: 'permission-denied', count: 2 });
      for (const id of ['1', '2', '3']) inner.receive(message('Action: Hangup', `ActionID: ${id}`));
      expect(inner.sent).toBe(denied('1') + denied('2'));
      expect(lab.heard).toBe(message('Action: Hangup', 'ActionID: 3'));
    });

    it('refuses none that needs no privilege', () => {
      const free = ['Challenge', 'Login', 'Ping', 'Logoff'].map((name) =>
        message(`Action: ${name}`, 'ActionID: 1'),
      );
      inject({ kind: 'permission-denied' });
      free.forEach((action) => {
        inner.receive(action);
      });
      expect(inner.sent).toBe('');
      expect(lab.heard).toBe(free.join(''));
    });

    it('refuses those of a name, and answers without an ActionID what has none', () => {
      inject({ kind: 'permission-denied', action: 'Hangup' });
      inner.receive(message('Action: Redirect') + message('Action: hangup'));
      expect(inner.sent).toBe(message('Response: Error', 'Message: Permission denied'));
      expect(lab.heard).toBe(message('Action: Redirect'));
    });

    it('answers in order', () => {
      const other = new FakeLink(clock);
      const answering = new FaultyLink(other, clock);
      answering.send(greeting);
      answering.received$.subscribe(() => {
        answering.send(response('1'));
      });
      answering.inject({ kind: 'permission-denied', action: 'Hangup' });
      other.receive(
        message('Action: Redirect', 'ActionID: 1') + message('Action: Hangup', 'ActionID: 2'),
      );
      expect(other.sent).toBe(greeting + response('1') + denied('2'));
    });

    it('lets half an action through that had begun before', () => {
      inner.receive('Action: Hangup\r\nActionID: 1\r');
      inject({ kind: 'permission-denied', count: 2 });
      inner.receive('\n\r\nAction: Hangup\r\nActionID: 2\r\n');
      inner.receive('\r\nAction: Ping\r\n\r\n');
      expect(lab.heard).toBe(message('Action: Hangup', 'ActionID: 1') + message('Action: Ping'));
      expect(inner.sent).toBe(denied('2'));
    });

    it('gives the same whatever the chunks, and wherever the fault comes in between', () => {
      const actions = ['1', '2', '3', '4'].map((id) =>
        message('Action: Hangup', `ActionID: ${id}`),
      );
      const bytes = Buffer.from(actions.join(''));
      fc.assert(
        fc.property(randomCuts(bytes), fc.nat(5), (chunks, armedAt) => {
          const other = new FakeLink(clock);
          const cut = new FaultyLink(other, clock);
          const through = watch(cut.received$);
          chunks.forEach((chunk, index) => {
            if (index === armedAt) cut.inject({ kind: 'permission-denied', count: 9 });
            other.receive(Buffer.from(chunk).toString('latin1'));
          });
          const passed = through.values.map((one) => Buffer.from(one).toString('latin1')).join('');
          const refused = [...other.sent.matchAll(/ActionID: (\d)/g)].map(([, id]) => id);
          const expected = actions.filter((_, index) => !refused.includes(String(index + 1)));
          expect(passed).toBe(expected.join(''));
          const before = chunks.slice(0, armedAt).reduce((sum, { length }) => sum + length, 0);
          const begun = Math.ceil(before / (bytes.length / 4));
          expect(refused).toHaveLength(armedAt < chunks.length ? 4 - begun : 0);
        }),
      );
    });
  });
});
