import { Lab, loggedIn } from '../support/lab.js';

describe('the recipe of an incoming-call pop-up', () => {
  const lab = new Lab();

  it('opens and closes windows', async () => {
    const server = await lab.server();
    const program = await lab.start('docs/recipes/incoming-call-pop-up.md', {
      AMI_URL: server.url,
    });
    const connection = await loggedIn(server);
    const dial = (id: string, channel: string): void => {
      server.broadcast('DialBegin', {
        CallerIDNum: '4711',
        CallerIDName: String.raw`O\'Neil`,
        DestChannel: channel,
        DestUniqueid: id,
      });
    };
    dial('1.1', 'PJSIP/alice-00000001');
    dial('1.2', 'PJSIP/bob-00000002');
    await program.printed('"open":"1.1"');
    server.broadcast('DialEnd', { DestUniqueid: '1.1', DialStatus: 'ANSWER' });
    server.broadcast('Hangup', { Uniqueid: '1.1' });
    dial('1.3', 'PJSIP/alice-00000003');
    server.broadcast('Hangup', { Uniqueid: '1.3' });
    dial('1.4', 'PJSIP/alice-00000004');
    await program.printed('"open":"1.4"');
    connection.destroy();
    await program.printed('connection lost');
    expect(program.lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { open: '1.1', number: '4711', name: "O'Neil" },
      { close: '1.1', why: 'ANSWER' },
      { open: '1.3', number: '4711', name: "O'Neil" },
      { close: '1.3', why: 'HANGUP' },
      { open: '1.4', number: '4711', name: "O'Neil" },
      { close: '1.4', why: 'connection lost' },
    ]);
  }, 30_000);
});
