import { Lab } from '../support/lab.js';

describe('the recipe of a console command', () => {
  const lab = new Lab();

  it('prints what the command prints, in the new format and the old', async () => {
    const server = await lab.server({
      Command: (request) => {
        expect(request.get('Command')).toBe('core show uptime');
        const id = `ActionID: ${request.get('ActionID')}\r\n`;
        request.session.send(
          server.clients.length === 1
            ? `Response: Success\r\n${id}Output: System uptime: 1 day\r\nOutput: More\r\n\r\n`
            : `Response: Follows\r\nPrivilege: Command\r\n${id}Old: 1 day\n\nMore\n--END COMMAND--\r\n\r\n`,
        );
      },
    });
    for (const lines of [
      ['System uptime: 1 day', 'More'],
      ['Old: 1 day', 'More'],
    ]) {
      const program = await lab.start('docs/recipes/console-command.md', { AMI_URL: server.url });
      expect(await program.ended).toEqual({ code: 0 });
      expect(program.lines).toEqual(lines);
    }
  }, 30_000);

  it('ends with 1 where the command fails, or the login', async () => {
    const server = await lab.server({
      Command: (request) => {
        request.respond('Error', { Output: "No such command 'nope'" });
      },
    });
    const failed = await lab.start('docs/recipes/console-command.md', { AMI_URL: server.url }, [
      'nope',
    ]);
    expect(await failed.ended).toEqual({ code: 1 });
    expect(failed.stderr.trim()).toBe("No such command 'nope'");
    const refused = await lab.start('docs/recipes/console-command.md', {
      AMI_URL: server.url.replace('secret', 'wrong'),
    });
    expect(await refused.ended).toEqual({ code: 1 });
    expect(refused.stderr.trim()).toBe('The server refused the login: Authentication failed');
  }, 30_000);
});
