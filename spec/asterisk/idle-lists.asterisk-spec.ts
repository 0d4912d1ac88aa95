import type { ActionFields } from '../../lib/index.js';
import { useTarget } from './support/lab.js';
import { askList, entryNames, leakedParts, listsOf, table } from './support/list-answer.js';
import { targets } from './support/targets.js';
import { next } from './support/wait-for.js';

/** What some actions must be told so that they look for something, which is not there. */
const fields: Readonly<Record<string, ActionFields>> = {
  BridgeInfo: { BridgeUniqueid: 'none' },
  ConfbridgeList: { Conference: 'none' },
  CoreShowChannelMap: { Channel: 'none' },
  DBGet: { Family: 'none', Key: 'none' },
  DBGetTree: { Family: 'none' },
  FAXSession: { SessionNumber: '1000000' },
  Hangup: { Channel: '/^no such channel$/' },
  PJSIPHangup: { Channel: '/^no such channel$/' },
  PJSIPShowEndpoint: { Endpoint: 'none' },
  SIPqualifypeer: { Peer: 'none' },
  VoicemailBoxSummary: { Context: 'none', Mailbox: '0' },
  VoicemailUserStatus: { Context: 'none', Mailbox: '0' },
  WaitEvent: { Timeout: '1' },
};

/** Where that is refused, and not answered by an empty list. */
const refusals: Readonly<Record<string, string>> = {
  BridgeInfo: 'Specified BridgeUniqueid not found',
  CoreShowChannelMap: 'Could not get channel snapshot',
  FAXSession: 'Session not found',
  PJSIPShowEndpoint: 'Unable to retrieve endpoint none',
  SIPqualifypeer: 'Peer not found',
};

/** What cannot be asked for on any server; `controlled/` has specs for all but the last two. */
const notAsked = ['Originate', 'AGI', 'JabberSend', 'IAXnetstats'];

describe.each(targets())('The lists of $name', (target) => {
  const lab = useTarget(target);

  it('end, long or empty or refused, and are named as in the table', async () => {
    const ami = await lab.online();
    const leaked = leakedParts(ami);
    const names = (await listsOf(ami)).filter((name) => !notAsked.includes(name));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const answer = await askList(ami, name, fields[name]);
      const strangers = entryNames(answer).filter((one) => !table[name]?.entries.includes(one));
      const ending = [undefined, table[name]?.complete].includes(answer.complete);
      expect({ name, strangers, ending, refusal: answer.refusal?.trim() }).toEqual({
        name,
        strangers: [],
        ending: true,
        refusal: refusals[name],
      });
    }
    expect(leaked).toEqual([]);
  });

  it('can be asked for all at once', async () => {
    const ami = await lab.online();
    const names = (await listsOf(ami)).filter((name) => ![...notAsked, 'WaitEvent'].includes(name));
    const answers = await Promise.all(names.map((name) => askList(ami, name, fields[name])));
    answers.forEach(({ entries, refusal }, i) => {
      const name = names[i] ?? '';
      expect([name, refusal?.trim()]).toEqual([name, refusals[name]]);
      expect(new Set(entries.map(({ ActionID }) => ActionID)).size).toBeLessThanOrEqual(1);
    });
  });

  it('have no ActionID on their entries in IAXpeers, which are told apart all the same', async () => {
    const ami = await lab.online();
    const leaked = leakedParts(ami);
    const [anonymous, named, ping] = await Promise.all([
      askList(ami, 'IAXpeers'),
      askList(ami, 'IAXpeerlist'),
      next(ami.request('Ping')),
    ]);
    expect(anonymous.entries).toHaveLength(named.entries.length);
    expect(ping.get('Ping')).toBe('Pong');
    expect(leaked).toEqual([]);
  });

  it('keep nothing back: what comes meanwhile is in events$', async () => {
    const ami = await lab.online();
    const heard = next(ami.event('UserEvent'), (event) => event.UserEvent === 'Meanwhile');
    const waited = askList(ami, 'WaitEvent', { Timeout: 5 });
    await next((await lab.online()).request('UserEvent', { UserEvent: 'Meanwhile' }));
    expect((await heard).ActionID).toBeDefined();
    expect((await waited).complete).toBe('WaitEventComplete');
  });
});
