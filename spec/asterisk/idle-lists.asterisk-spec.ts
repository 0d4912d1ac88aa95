import { listActions, Response } from '../../lib/index.js';
import type { AmiClient, ListAction } from '../../lib/index.js';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { all, next } from './support/wait-for.js';

/** What some actions must be told, so that they list something or at least say that there is nothing. */
const fields: Record<string, Record<string, string>> = {
  BridgeInfo: { BridgeUniqueid: 'none' },
  ConfbridgeList: { Conference: 'none' },
  CoreShowChannelMap: { Channel: 'none' },
  DBGet: { Family: 'none', Key: 'none' },
  DBGetTree: { Family: 'none' },
  FAXSession: { SessionNumber: '1' },
  Hangup: { Channel: '/^no such channel$/' },
  PJSIPHangup: { Channel: '/^no such channel$/' },
  PJSIPShowEndpoint: { Endpoint: 'none' },
  SIPqualifypeer: { Peer: 'none' },
  VoicemailBoxSummary: { Context: 'none', Mailbox: '0' },
  VoicemailUserStatus: { Context: 'none', Mailbox: '0' },
  WaitEvent: { Timeout: '1' },
};

/** What cannot be asked for at will. */
const notAsked = new Set<string>([
  // They call, send or go to a channel that has to be there; other specs are about them.
  ...['Originate', 'AGI', 'JabberSend'],
  // It has no response, nor anything else that could be awaited.
  'IAXnetstats',
]);

/** The answers of idle servers that are refusals, and mean it. */
const refusals: Record<string, RegExp> = {
  BridgeInfo: /^Specified BridgeUniqueid not found$/,
  CoreShowChannelMap: /^Could not get channel snapshot$/,
  FAXSession: /^Invalid session ID$/,
  PJSIPHangup: /^No such channel/,
  PJSIPShowEndpoint: /^Unable to retrieve endpoint none$/,
  SIPqualifypeer: /^Peer not found$/,
};

const table: Record<string, ListAction> = listActions;

async function listsOf(ami: AmiClient): Promise<string[]> {
  const commands = await next(ami.request('ListCommands'));
  return Object.keys(table).filter((name) => commands.has(name) && !notAsked.has(name));
}

describe.each(targets())('Every list of $name', (target) => {
  const lab = useTarget(target);

  it('ends, be it long, empty or refused, and is as the table says', async () => {
    const ami = await lab.online();
    const names = await listsOf(ami);
    expect(names.length).toBeGreaterThan(20);
    const events: string[] = [];
    ami.events$.subscribe(({ name, actionId }) => {
      if (actionId !== undefined) events.push(name);
    });
    for (const name of names) {
      const { kind, entries = [], complete } = table[name] as ListAction;
      const given = fields[name] ?? {};
      const answer = await next(ami.collect(name, given)).catch((reason: unknown) => reason);
      if (answer instanceof Error) {
        // eslint-disable-next-line jest/no-conditional-expect -- which it is depends on the server
        expect([name, answer]).toEqual([
          name,
          expect.objectContaining({
            name: 'ActionError',
            message: expect.stringMatching(
              new RegExp((refusals[name] ?? /a list/).source.replace('^', `^${name}: `)),
            ) as string,
          }),
        ]);
        continue;
      }
      const found = answer as Awaited<ReturnType<typeof firstCollection>>;
      const others = found.entries.filter((entry) => !entries.includes(entry.name));
      // eslint-disable-next-line jest/no-conditional-expect
      expect([name, others.map((entry) => entry.name)]).toEqual([name, []]);
    }
    expect(events).toEqual([]);
  });
});
