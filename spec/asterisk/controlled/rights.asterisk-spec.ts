import { ActionError } from '../../../lib/index.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { errorOf, next, untilStatus } from '../support/wait-for.js';

const bootTimeoutMs = 200;

describe.each(controlledTargets)('A user of $name without all rights', ({ version }) => {
  const lab = useServer(version);

  it.each(['callonly', 'noread', 'nosystem'] as const)(
    'is online in time, with the remark that nobody told whether the server is booted: %s',
    async (user) => {
      const url = lab.server.url(user);
      const ami = lab.connect({ url, bootTimeoutMs, explained: ['boot-unconfirmed'] });
      const remark = next(ami.diagnostics$);
      const since = await untilStatus(ami, 'authenticating').then(() => Date.now());
      await untilStatus(ami, 'online');
      const waitedMs = Date.now() - since;
      expect(waitedMs).toBeGreaterThanOrEqual(bootTimeoutMs - 50);
      expect(waitedMs).toBeLessThan(bootTimeoutMs + 5_000);
      expect((await remark).type).toBe('boot-unconfirmed');
    },
  );

  it('who may do little is refused much, and stays', async () => {
    const url = lab.server.url('callonly');
    const ami = await lab.online({ url, bootTimeoutMs, explained: ['boot-unconfirmed'] });
    for (const [name, fields] of [
      ['Command', { Command: 'core show version' }],
      ['Originate', { Channel: 'Local/110@default', Application: 'Wait', Async: true }],
      ['GetConfig', { Filename: 'manager.conf' }],
      ['DBPut', { Family: 'spec', Key: 'key', Val: 'value' }],
      ['UserEvent', { UserEvent: 'Spec' }],
    ] as const) {
      const error = await errorOf(ami.action(name, fields), ActionError);
      expect(error.message).toBe(`${name}: Permission denied`);
    }
    expect((await next(ami.collect('QueueSummary'))).entries).not.toEqual([]);
    expect((await next(ami.request('Ping'))).get('Ping')).toBe('Pong');
  });

  it('who may read nothing has events of no class, and lists all the same', async () => {
    const url = lab.server.url('noread');
    const ami = await lab.online({ url, bootTimeoutMs, explained: ['boot-unconfirmed'] });
    const heard: string[] = [];
    ami.events$.subscribe(({ name }) => heard.push(name));
    const speaker = await lab.online();
    const echo = next(speaker.event('UserEvent'));
    await next(speaker.request('UserEvent', { UserEvent: 'Spec' }));
    await echo;
    const { entries } = await next(ami.collect('QueueStatus'));
    await next(ami.request('Ping'));
    expect(entries.map(({ Event }) => Event)).toContain('QueueMember');
    expect(heard).toEqual([]);
  });

  it('can do without the wait and the remark', async () => {
    const url = lab.server.url('noread');
    const ami = await lab.online({ url, events: ['call', 'agent'] });
    await next(ami.request('Ping'));
  });
});
