import { asked, Lab, until } from '../support/lab.js';

describe('the recipe of promises', () => {
  const lab = new Lab();

  it('awaits one thing after the other, and ends', async () => {
    const server = await lab.server({
      CoreShowChannels: (request) => {
        request.list(
          'A list will follow',
          [['CoreShowChannel', { Channel: 'PJSIP/alice-1' }]],
          'CoreShowChannelsComplete',
        );
      },
      QueueSummary: (request) => {
        request.list(
          'A list will follow',
          [['QueueSummary', { Queue: 'support' }]],
          'QueueSummaryComplete',
        );
      },
      CoreStatus: (request) => {
        request.respond('Success');
      },
    });
    const program = await lab.start('docs/recipes/promises.md', { AMI_URL: server.url });
    await program.printed('Success Success');
    server.emit('Hangup', { Channel: 'PJSIP/alice-1' }, 'call');
    expect(await program.ended).toEqual({ code: 0 });
    expect(program.lines).toEqual([
      'Pong',
      '1 channels',
      "[ 'support' ]",
      'Success Success',
      'first to go: PJSIP/alice-1',
    ]);
    await until(() => asked(server).at(-1) === 'Logoff');
  }, 30_000);
});
