import { Lab, loggedIn } from '../support/lab.js';

describe('the recipe of an incoming-call pop-up', () => {
  const lab = new Lab();

  it('opens and closes windows', async () => {
    const server = await lab.server();
    const program = await lab.start('docs/recipes/incoming-call-pop-up.md', {
      AMI_URL: server.url,
    });
    const connection = await loggedIn(server);
    const phone = (id: string, channel: string): Record<string, string> => ({
      DestChannel: channel,
      DestChannelState: '5',
      DestChannelStateDesc: 'Ringing',
      DestConnectedLineNum: '4712',
      DestConnectedLineName: '<unknown>',
      DestUniqueid: id,
      DestLinkedid: '1.0',
    });
    const dial = (id: string, channel: string, fields: Record<string, string> = {}): void => {
      server.broadcast('DialBegin', {
        CallerIDNum: '4711',
        CallerIDName: String.raw`O\'Neil`,
        ...fields,
        ...phone(id, channel),
      });
    };
    const hangup = (id: string): void => {
      server.broadcast('Hangup', {
        Channel: `PJSIP/alice-0000000${id.at(-1)}`,
        ChannelState: 5,
        Uniqueid: id,
        Linkedid: '1.0',
        Cause: 16,
      });
    };
    dial('1.1', 'PJSIP/alice-00000001');
    dial('1.2', 'PJSIP/bob-00000002');
    await program.printed('"open":"1.1"');
    const answered = phone('1.1', 'PJSIP/alice-00000001');
    server.broadcast('DialEnd', { ...answered, DialStatus: 'ANSWER' });
    hangup('1.1');
    dial('1.3', 'PJSIP/alice-00000003');
    hangup('1.3');
    dial('1.4', 'PJSIP/alice-00000004', { CallerIDNum: '<unknown>', CallerIDName: '<unknown>' });
    await program.printed('"open":"1.4"');
    connection.destroy();
    await program.printed('connection lost');
    expect(program.lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { open: '1.1', number: '4711', name: "O'Neil" },
      { close: '1.1', why: 'ANSWER' },
      { open: '1.3', number: '4711', name: "O'Neil" },
      { close: '1.3', why: 'HANGUP' },
      { open: '1.4', number: '4712' },
      { close: '1.4', why: 'connection lost' },
    ]);
  }, 30_000);
});
