import type { ActionRequest } from '../../../lib/testing/index.js';
import { asked, Lab, until } from '../support/lab.js';

describe('the recipe of a graceful shutdown', () => {
  const lab = new Lab();

  it('answers what is pending before it goes', async () => {
    const paused: ActionRequest[] = [];
    const server = await lab.server({
      QueuePause: (request) => {
        paused.push(request);
        if (paused.length === 1) request.respond('Success');
      },
    });
    const program = await lab.start('docs/recipes/graceful-shutdown.md', {
      AMI_URL: server.url,
      PORT: '0',
    });
    await program.printed(/port: \d+/);
    const port = /port: (\d+)/.exec(program.stdout)?.[1] ?? '';
    const get = async (phone: string): Promise<string> =>
      (await fetch(`http://localhost:${port}/${encodeURIComponent(phone)}`)).text();
    expect(await get('PJSIP/alice')).toBe('paused\n');
    const pending = get('PJSIP/bob');
    await until(() => paused.length === 2);
    program.child.kill('SIGTERM');
    await program.printed('ending, 1 pending');
    paused[1]?.respond('Success');
    expect(await pending).toBe('paused\n');
    expect(await program.ended).toEqual({ code: 0 });
    expect(program.stdout).toMatch(/ended\n$/);
    expect(paused[1]?.get('Interface')).toBe('PJSIP/bob');
    expect(asked(server)).toEqual(['QueuePause', 'QueuePause', 'Logoff']);
  }, 30_000);

  it('ends when its login is refused', async () => {
    const server = await lab.server();
    const program = await lab.start('docs/recipes/graceful-shutdown.md', {
      AMI_URL: server.url.replace('secret', 'wrong'),
      PORT: '0',
    });
    expect(await program.ended).toEqual({ code: 1 });
    expect(program.stderr.trim()).toBe('The server refused the login: Authentication failed');
  }, 30_000);
});
