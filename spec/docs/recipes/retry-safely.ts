import { asked, Lab } from '../support/lab.js';
import type { Answers } from '../support/lab.js';

describe('the recipe of retrying safely', () => {
  const lab = new Lab();
  const run = async (answers: Answers): Promise<{ lines: string[]; asked: string[] }> => {
    const server = await lab.server(answers);
    const program = await lab.start('docs/recipes/retry-safely.md', { AMI_URL: server.url });
    expect(await program.ended).toEqual({ code: 0 });
    return { lines: program.lines, asked: server.connections.flatMap(asked) };
  };

  it('sends again what may be, and nothing else', async () => {
    let added = 0;
    const { lines, asked } = await run({
      QueueAdd: (action, connection) => {
        if (added++ === 0) connection.destroy();
        else {
          connection.respond(action, 'Error', {
            Message: 'Unable to add interface: Already there',
          });
        }
      },
      SendText: (_action, connection) => {
        connection.destroy();
      },
    });
    expect(lines).toEqual(['was there already', expect.stringMatching(/^SendText: .* was lost/)]);
    expect(asked).toEqual(['QueueAdd', 'QueueAdd', 'SendText']);
  }, 30_000);

  it('takes a refusal for an answer', async () => {
    const { lines, asked } = await run({
      SendText: (action, connection) => {
        connection.respond(action, 'Success');
      },
    });
    expect(lines).toEqual([expect.stringMatching(/^QueueAdd: Invalid/), 'sent']);
    expect(asked).toEqual(['QueueAdd', 'SendText', 'Logoff']);
  }, 30_000);
});
