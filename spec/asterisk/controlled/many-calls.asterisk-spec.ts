import { call, channelIds } from '../support/calls.js';
import { useServer } from '../support/lab.js';
import { askList, leakedParts } from '../support/list-answer.js';
import { controlledTargets } from '../support/targets.js';
import { next } from '../support/wait-for.js';

const count = 200;

describe.each(controlledTargets)('Hundreds of calls on $name', ({ version }) => {
  const lab = useServer(version, { hangsUp: true });

  it('are each told from the other, and listed whole while they come and go', async () => {
    const ami = await lab.online();
    const leaked = leakedParts(ami);
    const channels = new Map<string, 'up' | 'gone'>();
    ami.event('Newchannel').subscribe((event) => channels.set(event.Uniqueid, 'up'));
    ami.event('Hangup').subscribe((event) => channels.set(event.Uniqueid, 'gone'));

    const ids = channelIds(count);
    const answers = ids.map((ChannelId) => call(ami, '415', { ChannelId }));
    const early = askList(ami, 'CoreShowChannels');
    expect((await Promise.all(answers)).map((answer) => answer.get('Uniqueid'))).toEqual(ids);
    expect((await early).complete).toBe('CoreShowChannelsComplete');

    for (const name of ['CoreShowChannels', 'Status'] as const) {
      const { entries } = await next(ami.collect(name));
      const listed = new Set(entries.map((entry) => entry.Uniqueid));
      expect([name, entries.length, listed.size]).toEqual([name, 2 * count, 2 * count]);
    }
    const last = next(ami.event('Hangup'), () => {
      return [...channels.values()].every((state) => state === 'gone');
    });
    const hungUp = await askList(ami, 'Hangup', { Channel: '/.*/' });
    expect(hungUp.complete).toBe('ChannelsHungupListComplete');
    await last;
    expect(channels.size).toBe(2 * count);
    expect(leaked).toEqual([]);
  });
});
