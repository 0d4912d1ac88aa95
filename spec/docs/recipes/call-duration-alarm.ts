import { Lab, until } from '../support/lab.js';
import { entriesIn, listing } from '../support/lists.js';
import { Recorded } from '../support/recorded.js';

describe('the recipe of a call-duration alarm', () => {
  const lab = new Lab();
  const minutes = '0.005';

  it('tells of calls that last, once, and not of those that are over', async () => {
    const server = await lab.server(listing({ CoreShowChannels: [], BridgeList: [] }));
    const program = await lab.start(
      'docs/recipes/call-duration-alarm.md',
      { AMI_URL: server.url },
      [minutes],
    );
    await until(() => server.requests.at(-1)?.get('Action') === 'Ping');
    new Recorded('a22-queue-call').tell(server);
    const other = (text: string): string =>
      text.replaceAll('1795396819', '1795396820').replaceAll('Caller Q', 'Caller R');
    const lasting = new Recorded('a22-queue-call', other);
    lasting.tell(server, 'BridgeEnter');
    expect(program.lines).toEqual([]);
    lasting.tell(server, 'BridgeEnter');
    await until(() => program.lines.length === 1);
    expect(program.lines).toEqual([
      'Caller R and Alice: more than 0.005 min ' +
        'Local/110@default-00000011;1, Local/110@default-00000011;2, ' +
        'Local/101@default-00000012;1, Local/101@default-00000012;2',
    ]);
  }, 30_000);

  it('tells of calls that were there before', async () => {
    const server = await lab.server(
      listing({
        CoreShowChannels: entriesIn('a22-lists-busy', 'CoreShowChannels-0'),
        BridgeList: entriesIn('a22-lists-busy', 'BridgeList-3'),
      }),
    );
    const program = await lab.start(
      'docs/recipes/call-duration-alarm.md',
      { AMI_URL: server.url },
      [minutes],
    );
    await program.printed('Caller Q and somebody: more than 0.005 min');
  }, 30_000);
});
