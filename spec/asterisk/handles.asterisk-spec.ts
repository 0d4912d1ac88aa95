import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { connect } from '../../lib/index.js';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { all, next, untilStatus } from './support/wait-for.js';
import { waitUntil } from './support/wait-until.js';

/** Sockets and timers that would keep the process from ending. */
function handles(): string[] {
  return process.getActiveResourcesInfo().filter((name) => /TCP|TLS|Timeout/.test(name));
}

async function settled(before: readonly string[]): Promise<void> {
  const what = 'without handles';
  await waitUntil(
    () => {
      const now = handles();
      const left = now.length - before.length;
      return left <= 0 ? Promise.resolve() : Promise.reject(new Error(now.join(', ')));
    },
    { what, timeoutMs: 5_000 },
  );
}

describe.each(targets())('A client of $name that has ended', (target) => {
  const lab = useTarget(target);

  it('leaves no socket and no timer behind, whatever was pending', async () => {
    const before = handles();
    for (let i = 0; i < 5; i += 1) {
      const ami = connect(lab.url, { keepAlive: { silenceMs: 60_000 } });
      await untilStatus(ami, 'online');
      ami.action('WaitEvent', { Timeout: 60 }).subscribe({ error: () => undefined });
      ami.request('Ping').subscribe().unsubscribe();
      ami.close();
      const other = connect(lab.url, { keepAlive: { silenceMs: 60_000 } });
      await next(other.request('Ping'));
      await all(other.end());
      connect(lab.url).close();
    }
    await settled(before);
  });

  it('leaves none where it waited for its next attempt', async () => {
    const before = handles();
    const reconnect = { initialDelayMs: 60_000, jitter: 'none' } as const;
    const ami = connect('localhost:1', { reconnect });
    await untilStatus(ami, 'waiting');
    const held = next(ami.request('Ping')).catch(() => undefined);
    ami.close();
    await held;
    await settled(before);
  });

  it('is garbage, with all that it has received', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const reference = await (async () => {
      const ami = connect(lab.url);
      ami.events$.subscribe();
      await next(ami.collect('BridgeTechnologyList'));
      ami.close();
      return new WeakRef(ami);
    })();
    await waitUntil(
      () => {
        collect();
        const isGone = reference.deref() === undefined;
        return isGone ? Promise.resolve() : Promise.reject(new Error('it is still referred to'));
      },
      { what: 'garbage', timeoutMs: 10_000 },
    );
  });
});
