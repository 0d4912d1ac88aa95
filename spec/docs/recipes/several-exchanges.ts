import { Lab, loggedIn, until } from '../support/lab.js';

describe('the recipe of several exchanges', () => {
  const lab = new Lab();

  it('marks each event with its source, and goes on without one that refuses', async () => {
    const [first, second] = [await lab.server(), await lab.server()];
    const wrong = second.url.replace('secret', 'wrong');
    const program = await lab.start('docs/recipes/several-exchanges.md', {
      AMI_URLS: `${first.url} ${wrong} ${second.url}`,
    });
    const refused = `127.0.0.1:${second.port} The server refused the login: Authentication failed`;
    await until(() => program.stderr.includes(refused));
    await loggedIn(first);
    await until(() => second.clients.some(({ username }) => username !== ''));
    first.emit('Hangup', { Channel: 'a' }, 'call');
    second.emit('Hangup', { Channel: 'b' }, 'call');
    await program.printed(`127.0.0.1:${first.port} Hangup a`);
    await program.printed(`127.0.0.1:${second.port} Hangup b`);
    program.child.kill('SIGINT');
    expect(await program.ended).toEqual({ code: 0 });
  }, 30_000);
});
