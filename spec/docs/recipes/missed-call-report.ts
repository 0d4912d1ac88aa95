import { Lab, until } from '../support/lab.js';
import { listing } from '../support/lists.js';
import { asInbound, Recorded } from '../support/recorded.js';

describe('the recipe of a report of missed calls', () => {
  const lab = new Lab();

  it('tells of each, and at the end of those who were not reached since', async () => {
    const server = await lab.server(listing({ CoreShowChannels: [], BridgeList: [] }));
    const program = await lab.start('docs/recipes/missed-call-report.md', { AMI_URL: server.url });
    await until(() => server.requests.at(-1)?.get('Action') === 'Ping');
    const abandoned = (number: string, id: string): Recorded =>
      new Recorded('a22-queue-abandon-timeout', (text) =>
        asInbound(text).replaceAll(': 556\r', `: ${number}\r`).replaceAll('1795396827', id),
      );
    abandoned('556', '1795396827').tell(server);
    abandoned('4711', '1795396828').tell(server);
    new Recorded('a22-dial-noanswer', asInbound).tell(server);
    // One that the exchange has begun is nobody's call.
    new Recorded('a16-dial-noanswer').tell(server);
    const reached = (text: string): string => asInbound(text).replaceAll(': 555\r', ': 556\r');
    new Recorded('a22-queue-call', reached).tell(server);
    await program.printed('no-answer');
    program.child.kill('SIGTERM');
    expect(await program.ended).toEqual({ code: 0 });
    expect(program.lines.map((line) => line.replace(/^\S+Z /, ''))).toEqual([
      '556 to empty: abandoned after 0 s',
      '4711 to empty: abandoned after 0 s',
      'anonymous to 402: no-answer after 0 s',
      '1 to call back',
      '4711 to empty: abandoned after 0 s',
    ]);
  }, 30_000);
});
