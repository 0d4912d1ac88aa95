import type { AmiClient, Message } from '../../lib/index.js';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { all, next } from './support/wait-for.js';

/** Actions whose answers cannot be confounded, with what shows that an answer is the right one. */
const kinds: readonly ((ami: AmiClient, i: number) => Promise<unknown>)[] = [
  async (ami) => {
    expect(firstOf(await all(ami.action('Ping'))).get('Ping')).toBe('Pong');
  },
  async (ami, i) => {
    // The server repeats what it does not know, so each answer differs from every other.
    const Command = `no such command ${i}`;
    const error: unknown = await all(ami.action('Command', { Command })).catch(
      (reason: unknown) => reason,
    );
    expect(error).toHaveProperty('response.output', expect.stringContaining(`'${Command}'`));
  },
  async (ami) => {
    expect(firstOf(await all(ami.action('CoreStatus'))).has('CoreCurrentCalls')).toBe(true);
  },
  async (ami, i) => {
    const { entries, complete } = await next(ami.collect('BridgeTechnologyList'));
    expect(entries.length).toBeGreaterThan(0);
    expect([i, complete?.ListItems]).toEqual([i, entries.length]);
  },
  async (ami, i) => {
    const Variable = `NO_SUCH_${i}`;
    expect(firstOf(await all(ami.action('Getvar', { Variable }))).get('Variable')).toBe(Variable);
  },
  async (ami) => {
    const events = await all(ami.list('CoreShowChannels'));
    expect(events.filter(({ message }) => message.name !== 'CoreShowChannel')).toEqual([]);
  },
];

function firstOf(messages: readonly Message[]): Message {
  expect(messages).toHaveLength(1);
  return messages[0] as Message;
}

describe.each(targets())('Thousands of actions at once on $name', (target) => {
  const lab = useTarget(target);

  it('have each their own answer', async () => {
    const ami = await lab.online();
    const answers: Promise<unknown>[] = [];
    for (let i = 0; i < 2_000; i += 1) {
      const kind = kinds[i % kinds.length] as (typeof kinds)[number];
      answers.push(kind(ami, i));
    }
    expect(ami.pending).toBe(2_000);
    await Promise.all(answers);
    expect(ami.pending).toBe(0);
  });

  it('are answered in the order of asking, over one connection', async () => {
    const ami = await lab.online();
    const order: number[] = [];
    const answers = Array.from({ length: 500 }, async (_, i) => {
      await next(ami.request('Ping'));
      order.push(i);
    });
    await Promise.all(answers);
    expect(order).toEqual(Array.from({ length: 500 }, (_, i) => i));
  });
});
