import { ActionError } from '../../../lib/index.js';
import type { AmiClient, Message } from '../../../lib/index.js';
import { callUntil } from '../support/calls.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { all, errorOf, next } from '../support/wait-for.js';

function resultOf(messages: readonly Message[]): string {
  return decodeURIComponent(messages.at(-1)?.get('Result') ?? '');
}

describe.each(controlledTargets)('Asynchronous AGI on $name', ({ version }) => {
  const lab = useServer(version, { hangsUp: true });

  async function started(ami: AmiClient): Promise<string> {
    const event = await callUntil(ami, '600', 'AsyncAGIStart');
    expect(event.Env).toMatchObject({ agi_extension: '600' });
    return event.Channel;
  }

  it('completes a command that has a CommandID with its result', async () => {
    const ami = await lab.online();
    const Channel = await started(ami);
    const heard = next(ami.event('AsyncAGIExec'));
    const fields = { Channel, Command: 'GET VARIABLE EXTEN', CommandID: 'exten' };
    const messages = await all(ami.action('AGI', fields));
    expect(messages.map((one) => one.get('Message') ?? one.get('Event'))).toEqual([
      ...['Added AGI command to queue', 'AsyncAGIExec'],
    ]);
    expect(resultOf(messages)).toBe('200 result=1 (600)\n');
    expect((await heard).message).toBe(messages[1]);
  });

  it('gives each of many commands its own result', async () => {
    const ami = await lab.online();
    const Channel = await started(ami);
    const texts = Array.from({ length: 20 }, (_, i) => `number ${i}`);
    const results = await Promise.all(
      texts.map(async (text, i) => {
        const set = { Channel, Command: `SET VARIABLE V${i} "${text}"`, CommandID: `set-${i}` };
        const get = { Channel, Command: `GET VARIABLE V${i}`, CommandID: `get-${i}` };
        const [, got] = await Promise.all([
          all(ami.action('AGI', set)),
          all(ami.action('AGI', get)),
        ]);
        return resultOf(got);
      }),
    );
    expect(results).toEqual(texts.map((text) => `200 result=1 (${text})\n`));
  });

  it('completes a command without a CommandID with the response, since no event can be told to be its', async () => {
    const ami = await lab.online();
    const Channel = await started(ami);
    const executed = next(ami.event('AsyncAGIExec'));
    expect(await all(ami.action('AGI', { Channel, Command: 'NOOP' }))).toHaveLength(1);
    await executed;
    const ended = next(ami.event('AsyncAGIEnd'));
    await next(ami.request('AGI', { Channel, Command: 'ASYNCAGI BREAK' }));
    expect((await ended).Channel).toBe(Channel);
  });

  it('is refused where there is no such channel', async () => {
    const ami = await lab.online();
    const fields = { Channel: 'Local/none', Command: 'NOOP', CommandID: 'none' };
    const error = await errorOf(ami.action('AGI', fields), ActionError);
    expect(error.response.get('Message')).toMatch(/^Channel Local\/none does not exist/);
  });
});
