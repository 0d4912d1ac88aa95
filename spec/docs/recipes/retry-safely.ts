import { asked, Lab } from '../support/lab.js';
import type { Answers } from '../support/lab.js';

describe('the recipe of retrying safely', () => {
  const lab = new Lab();
  const run = async (answers: Answers): Promise<{ lines: string[]; asked: string[] }> => {
    const server = await lab.server(answers);
    const program = await lab.start('docs/recipes/retry-safely.md', { AMI_URL: server.url });
    expect(await program.ended).toEqual({ code: 0 });
    return { lines: program.lines, asked: asked(server) };
  };

  it('sends again what may be, and nothing else', async () => {
    let added = 0;
    const { lines, asked } = await run({
      QueueAdd: (request) => {
        if (added++ === 0) request.session.destroy();
        else {
          request.respond('Error', {
            Message: 'Unable to add interface: Already there',
          });
        }
      },
      SendText: (request) => {
        request.session.destroy();
      },
    });
    expect(lines).toEqual(['was there already', expect.stringMatching(/^SendText: .* was lost/)]);
    expect(asked).toEqual(['QueueAdd', 'QueueAdd', 'SendText']);
  }, 30_000);

  it('takes a refusal for an answer', async () => {
    const { lines, asked } = await run({
      QueueAdd: (request) => {
        request.respond('Error', { Message: 'No such queue' });
      },
      SendText: (request) => {
        request.respond('Success');
      },
    });
    expect(lines).toEqual(['QueueAdd: No such queue', 'sent']);
    expect(asked).toEqual(['QueueAdd', 'SendText', 'Logoff']);
  }, 30_000);
});
