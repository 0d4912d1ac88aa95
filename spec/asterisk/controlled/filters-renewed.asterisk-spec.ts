import { ActionError } from '../../../lib/index.js';
import type { AmiClient, EventFilter } from '../../../lib/index.js';
import { call } from '../support/calls.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { next, untilStatus } from '../support/wait-for.js';

const filters: readonly EventFilter[] = [
  { action: 'exclude', name: 'VarSet' },
  { action: 'exclude', header: 'Channel', method: 'regex', pattern: ';2$' },
  '!Event: (Newexten|TestEvent)',
];

/** The events of a call, by name and the half of the Local channel that they are about. */
function namesOf(ami: AmiClient): Set<string> {
  const names = new Set<string>();
  ami.events$.subscribe((event) => {
    names.add(`${event.name}${/;.$/.exec(event.get('Channel') ?? '')?.[0] ?? ''}`);
  });
  return names;
}

describe.each(controlledTargets)('Filters of events on $name', ({ version }) => {
  const lab = useServer(version, { hangsUp: true });

  it('hold again after a renewal', async () => {
    const reconnect = { initialDelayMs: 50, maxDelayMs: 100 };
    const ami = await lab.online({ filters, reconnect, explained: ['truncated-message'] });
    const seen: Set<string>[] = [];
    for (const doesRestart of [true, false]) {
      const names = namesOf(ami);
      const hungUp = next(ami.event('Hangup'));
      await call(ami, '900', { Channel: 'Local/951@default/n' });
      await hungUp;
      seen.push(names);
      if (!doesRestart) break;
      const lost = untilStatus(ami, 'waiting');
      await lab.server.kill();
      await lost;
      await lab.server.start();
      await untilStatus(ami, 'online');
    }
    for (const names of seen) {
      expect([...names]).toEqual(expect.arrayContaining(['Newchannel;1', 'Hangup;1']));
      expect([...names].filter((name) => /;2$|^(VarSet|Newexten|TestEvent)/.test(name))).toEqual(
        [],
      );
    }
  });

  it('are final where the user may set none', async () => {
    const url = lab.server.url('nosystem');
    const ami = lab.connect({ url, filters, events: ['call'] });
    const { cause } = await untilStatus(ami, 'closed');
    expect(cause).toBeInstanceOf(ActionError);
    expect(cause?.message).toBe('Filter: Permission denied');
  });

  it('are final where the server does not understand them', async () => {
    const ami = lab.connect({ filters: [{ action: 'include', method: 'regex', pattern: '(' }] });
    const { cause } = await untilStatus(ami, 'closed');
    expect(cause).toBeInstanceOf(ActionError);
    expect(cause?.message).toMatch(/^Filter: Filter did not compile/);
  });

  it('come on top of those that the configuration sets', async () => {
    const exclude: EventFilter = { action: 'exclude', header: 'UserEvent', pattern: 'Unwanted' };
    const ami = await lab.online({ url: lab.server.url('filtered'), filters: [exclude] });
    const names = namesOf(ami);
    const other = await lab.online({ url: lab.server.url('filtered2') });
    const others = namesOf(other);
    const wanted = [ami, other].map((one) =>
      next(one.event('UserEvent'), (event) => event.UserEvent === 'Wanted'),
    );
    const unwanted: string[] = [];
    ami.event('UserEvent').subscribe((event) => unwanted.push(event.UserEvent ?? ''));
    await call(other, '951');
    await next(other.request('UserEvent', { UserEvent: 'Unwanted' }));
    await next(other.request('UserEvent', { UserEvent: 'Wanted' }));
    await Promise.all(wanted);
    expect(new Set([...names].map((name) => name.replace(/;.$/, '')))).toEqual(
      new Set(['UserEvent']),
    );
    expect(unwanted).not.toContain('Unwanted');
    expect([...others].filter((name) => name.startsWith('VarSet'))).toEqual([]);
    expect([...others]).toEqual(expect.arrayContaining(['Newchannel;1', 'Newexten;2']));
  });
});
