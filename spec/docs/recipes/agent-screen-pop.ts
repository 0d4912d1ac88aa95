import { Lab, loggedIn, until } from '../support/lab.js';
import { entriesIn, listing } from '../support/lists.js';
import { Recorded } from '../support/recorded.js';
import type { Program } from '../support/program.js';

describe('the recipe of an agent screen pop', () => {
  const lab = new Lab();
  const windowsOf = ({ lines }: Program): unknown[] =>
    lines.map((line) => JSON.parse(line) as unknown);

  it('opens and closes windows of calls through a queue', async () => {
    const server = await lab.server(listing({ CoreShowChannels: [], BridgeList: [] }));
    const program = await lab.start('docs/recipes/agent-screen-pop.md', { AMI_URL: server.url }, [
      'Local/101@default',
    ]);
    await until(() => server.requests.at(-1)?.get('Action') === 'Ping');
    new Recorded('a22-queue-call').tell(server);
    await until(() => program.lines.length === 2);
    expect(windowsOf(program)).toEqual([
      { open: '1795396819.36', number: '555', name: 'Caller Q', queue: 'support' },
      { close: '1795396819.36', why: 'answered' },
    ]);
  }, 30_000);

  it('opens and closes windows of direct calls, those of others left out', async () => {
    const server = await lab.server(listing({ CoreShowChannels: [], BridgeList: [] }));
    const program = await lab.start('docs/recipes/agent-screen-pop.md', { AMI_URL: server.url }, [
      'Local/121@default',
    ]);
    await until(() => server.requests.at(-1)?.get('Action') === 'Ping');
    new Recorded('a22-queue-call').tell(server);
    new Recorded('a22-dial-noanswer').tell(server);
    new Recorded('a22-queue-ringnoanswer').tell(server, 'AgentCalled');
    await until(() => program.lines.length === 3);
    server.client.destroy();
    await until(() => program.lines.length === 4);
    expect(windowsOf(program)).toEqual([
      { open: '1795397137.121' },
      { close: '1795397137.121', why: 'no-answer' },
      { open: '1795397452.8', queue: 'empty' },
      { close: '1795397452.8', why: 'gone' },
    ]);
  }, 30_000);

  it('opens a window of what rang before, and not of a call that the phone begins', async () => {
    const channels = entriesIn('a22-lists-busy', 'CoreShowChannels-0').map(
      ([name, fields]) => [name, atPhone(fields)] as const,
    );
    const server = await lab.server(listing({ CoreShowChannels: channels, BridgeList: [] }));
    const program = await lab.start('docs/recipes/agent-screen-pop.md', { AMI_URL: server.url }, [
      'Local/101@default',
    ]);
    await loggedIn(server);
    await until(() => program.lines.length === 1);
    expect(windowsOf(program)).toEqual([
      { open: '1795396715.18', number: '555', name: 'Caller Q' },
    ]);
  }, 30_000);
});

/** The phone is called for a caller of a queue, and begins another call. */
function atPhone(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { Channel = '', Uniqueid } = fields;
  if (Uniqueid === '1795396715.2') return { ...fields, Channel: Channel.replace('121', '101') };
  if (Uniqueid !== '1795396715.18') return fields;
  return { ...fields, ChannelState: '5', ChannelStateDesc: 'Ringing', BridgeId: '' };
}
