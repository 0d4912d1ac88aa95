import type { ActionRequest } from '../../../lib/testing/index.js';
import { Lab, until } from '../support/lab.js';

describe('the recipe of a paced dialer', () => {
  const lab = new Lab();

  it('has two calls at a time, and tells how each went', async () => {
    const calls: ActionRequest[] = [];
    const server = await lab.server({
      Originate: (request) => {
        calls.push(request);
        request.respond('Success');
      },
    });
    const program = await lab.start('docs/recipes/paced-dialer.md', { AMI_URL: server.url });
    const end = (index: number, fields: Record<string, string>): void => {
      calls[index]?.sendEvent('OriginateResponse', fields);
    };
    program.child.stdin.end('1\n2\n3\n');
    await until(() => calls.length === 2);
    expect(calls[0]?.action.toObject()).toMatchObject({
      Channel: 'PJSIP/1@trunk',
      Variable: ['CAMPAIGN=spring', 'NUMBER=1'],
    });
    end(1, { Response: 'Success', Reason: '4' });
    await until(() => calls.length === 3);
    end(2, { Response: 'Failure', Reason: '3' });
    await program.printed('"3"');
    server.client.destroy();
    expect(await program.ended).toEqual({ code: 0 });
    expect(program.lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { number: '2', result: 'answered' },
      { number: '3', result: 'reason 3' },
      { number: '1', result: expect.stringMatching(/^unknown: Originate/) },
    ]);
  }, 30_000);
});
