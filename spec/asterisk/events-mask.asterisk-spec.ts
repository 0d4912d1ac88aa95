import type { AmiClient } from '../../lib/index.js';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { next } from './support/wait-for.js';

/** Which of the clients are sent a UserEvent, a fact of class "user", that another one causes. */
async function whoHears(speaker: AmiClient, listeners: readonly AmiClient[]): Promise<boolean[]> {
  const UserEvent = `Mask${Math.random().toString(36).slice(2)}`;
  const heard = new Set<AmiClient>();
  for (const listener of [speaker, ...listeners]) {
    listener.event('UserEvent').subscribe((event) => {
      if (event.UserEvent === UserEvent) heard.add(listener);
    });
  }
  const own = next(speaker.event('UserEvent'), (event) => event.UserEvent === UserEvent);
  await next(speaker.request('UserEvent', { UserEvent }));
  await own;
  for (const listener of listeners) {
    // What is queued for a session is sent after an answer: at the second, nothing can be missing.
    await next(listener.request('Ping'));
    await next(listener.request('Ping'));
  }
  return listeners.map((listener) => heard.has(listener));
}

describe.each(targets())('The mask of events on $name', (target) => {
  const lab = useTarget(target);

  it('lets through all, nothing, or some classes', async () => {
    const masks = [
      undefined,
      true,
      false,
      [],
      'user',
      ['call', 'user'],
      'call',
      ['system'],
    ] as const;
    const listeners = await Promise.all(
      masks.map((events) => lab.online(events === undefined ? {} : { events })),
    );
    const heard = await whoHears(await lab.online(), listeners);
    expect(heard).toEqual([true, true, false, false, true, true, false, false]);
  });

  it('hides FullyBooted without delaying the client, where it hides the system class', async () => {
    const started = Date.now();
    const ami = await lab.online({ events: 'call', bootTimeoutMs: 30_000 });
    expect(Date.now() - started).toBeLessThan(10_000);
    await next(ami.request('Ping'));
  });

  it('is changed by an action', async () => {
    const [speaker, listener] = [await lab.online(), await lab.online()];
    const off = await next(listener.request('Events', { EventMask: 'off' }));
    expect(off.get('Events')).toBe('Off');
    expect(await whoHears(speaker, [listener])).toEqual([false]);
    await next(listener.request('Events', { EventMask: 'user,call' }));
    expect(await whoHears(speaker, [listener])).toEqual([true]);
  });

  it('never hides the entries of a list', async () => {
    const ami = await lab.online({ events: false });
    const { entries } = await next(ami.collect('BridgeTechnologyList'));
    expect(entries.map(({ Event }) => Event)).toContain('BridgeTechnologyListItem');
  });
});
