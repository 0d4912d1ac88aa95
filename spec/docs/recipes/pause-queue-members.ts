import { asked, Lab } from '../support/lab.js';

describe('the recipe of pausing queue members', () => {
  const lab = new Lab();

  it('pauses each, and tells who could not be', async () => {
    const server = await lab.server({
      QueueStatus: (request) => {
        expect(request.get('Queue')).toBe('support');
        request.list(
          'A list will follow',
          [
            ['QueueParams', { Queue: 'support' }],
            ['QueueMember', { Queue: 'support', Location: 'PJSIP/alice' }],
            ['QueueMember', { Queue: 'support', Location: 'PJSIP/bob' }],
          ],
          'QueueStatusComplete',
        );
      },
      QueuePause: (request) => {
        expect(request.action.toObject()).toMatchObject({
          Queue: 'support',
          Paused: 'yes',
          Reason: 'Lunch',
        });
        if (request.get('Interface') === 'PJSIP/alice') request.respond('Success');
        else request.respond('Error', { Message: 'Interface not found' });
      },
    });
    const page = 'docs/recipes/pause-queue-members.md';
    const program = await lab.start(page, { AMI_URL: server.url }, ['support']);
    expect(await program.ended).toEqual({ code: 0 });
    expect(program.lines).toEqual([
      'PJSIP/alice paused in support',
      'PJSIP/bob: QueuePause: Interface not found',
    ]);
    expect(asked(server)).toEqual(['QueueStatus', 'QueuePause', 'QueuePause', 'Logoff']);
  }, 30_000);
});
