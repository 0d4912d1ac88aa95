import { ClosedError } from '../../lib/index.js';
import type { AmiClient } from '../../lib/index.js';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { all, errorOf, next } from './support/wait-for.js';
import { waitUntil } from './support/wait-until.js';

/** How many sessions the server has, of whomever. */
async function countSessions(ami: AmiClient): Promise<number> {
  const { output } = await next(ami.request('Command', { Command: 'manager show connected' }));
  return Number(/^(\d+) users connected\.$/m.exec(output ?? '')?.[1]);
}

describe.each(targets())('The end of a client of $name', (target) => {
  const lab = useTarget(target);

  it('by end() lets every pending action have its answer, logs off, and takes no more', async () => {
    const ami = await lab.online();
    const statuses: string[] = [];
    ami.responses$.subscribe(({ status }) => statuses.push(status));
    const pings = Array.from({ length: 50 }, () => next(ami.request('Ping')));
    const list = next(ami.collect('BridgeTechnologyList'));
    const wait = all(ami.action('WaitEvent', { Timeout: 1 }));
    const ended = all(ami.end());
    const late = errorOf(ami.request('Ping'), ClosedError);
    expect((await late).outcome).toBe('not-sent');
    expect(await Promise.all(pings)).toHaveLength(50);
    expect((await list).complete).toBeDefined();
    expect((await wait).length).toBeGreaterThan(1);
    expect(await ended).toHaveLength(1);
    expect(statuses.filter((status) => status === 'Goodbye')).toHaveLength(1);
    expect(statuses.at(-1)).toBe('Goodbye');
    expect(await all(ami.status$)).toEqual([{ state: 'closed' }]);
  });

  it('by close() is at once, and leaves open what has become of pending actions', async () => {
    const ami = await lab.online();
    const wait = errorOf(ami.action('WaitEvent', { Timeout: 5 }), ClosedError);
    const pings = Array.from({ length: 50 }, () => errorOf(ami.request('Ping'), ClosedError));
    const events = all(ami.events$);
    ami.close();
    for (const error of await Promise.all([wait, ...pings])) expect(error.outcome).toBe('unknown');
    await events;
    expect(ami.pending).toBe(0);
    expect(await all(ami.status$)).toEqual([{ state: 'closed' }]);
  });

  it('before it was online leaves nothing sent', async () => {
    const ami = lab.connect();
    const held = errorOf(ami.request('Ping'), ClosedError);
    ami.close();
    expect((await held).outcome).toBe('not-sent');
  });

  it('leaves no session on the server, however often and however it comes about', async () => {
    const observer = await lab.online({ events: false });
    const before = await countSessions(observer);
    for (let i = 0; i < 10; i += 1) {
      const clients = Array.from({ length: 8 }, () => lab.connect({ events: false }));
      const some = clients.slice(0, 6);
      const online = some.map((ami) => next(ami.request('Ping')));
      await Promise.all(online);
      await Promise.all(some.slice(0, 3).map((ami) => all(ami.end())));
      for (const ami of clients) ami.close();
    }
    await waitUntil(
      async () => {
        const sessions = await countSessions(observer);
        if (sessions > before) throw new Error(`There are ${sessions}, and there were ${before}`);
      },
      { what: 'rid of the sessions', timeoutMs: 10_000 },
    );
  });
});
