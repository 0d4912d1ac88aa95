import { z } from 'zod';
import { defineEvent } from '../../../lib/index.js';
import type { AmiClient } from '../../../lib/index.js';
import { call } from '../support/calls.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { next } from '../support/wait-for.js';

const Long = defineEvent('UserEvent', 'Long', { Text: z.string() });

function callerNamed(ami: AmiClient, start: string) {
  return next(ami.event('NewCallerid'), (event) => {
    return event.CallerIDName?.startsWith(start) === true;
  });
}

describe.each(controlledTargets)('Text of $name that is not ASCII', ({ version }) => {
  const lab = useServer(version, { hangsUp: true });

  it('is UTF-8 by default', async () => {
    const ami = await lab.online();
    const named = callerNamed(ami, 'J');
    await call(ami, '110', { Channel: 'Local/953@default/n' });
    expect((await named).CallerIDName).toBe('Jürgen 日本');
  });

  it('is latin1 where the client says so, and replaced and told of where it says nothing', async () => {
    const latin = await lab.online({ encoding: 'latin1' });
    const utf8 = await lab.online({ explained: ['malformed-line'] });
    const told = next(utf8.diagnostics$, ({ message }) => message?.get('Event') === 'Hangup');
    const named = [callerNamed(latin, 'Jos'), callerNamed(utf8, 'Jos')];
    await call(latin, '900', { Channel: 'Local/952@default/n' });
    const names = (await Promise.all(named)).map((event) => event.CallerIDName);
    expect(names).toEqual(['José', 'Jos\uFFFD']);
    expect((await told).type).toBe('malformed-line');
  });

  it('is written in the encoding of the client, too', async () => {
    const [latin, utf8] = [await lab.online({ encoding: 'latin1' }), await lab.online()];
    const doubled = Buffer.from('Jürgen').toString('latin1');
    const Variable = { UTF8: doubled };
    const Channel = (await call(latin, '110', { Variable })).get('Channel') ?? '';
    const read = async (ami: AmiClient) =>
      (await next(ami.request('Getvar', { Channel, Variable: 'UTF8' }))).get('Value');
    expect([await read(latin), await read(utf8)]).toEqual([doubled, 'Jürgen']);
  });

  it('comes whole, however the network cuts it', async () => {
    const ami = await lab.online();
    const text = '日本語'.repeat(100);
    const texts = new Set<string>();
    let count = 0;
    const done = next(ami.event(Long), ({ Text }) => {
      texts.add(Text);
      count += 1;
      return count === 500;
    });
    const speaker = await lab.online({ events: false });
    for (let i = 0; i < 500; i += 1) {
      speaker.request('UserEvent', { UserEvent: 'Long', Text: text }).subscribe();
    }
    await done;
    expect([...texts]).toEqual([text]);
  });
});
