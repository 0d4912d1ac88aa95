import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Lab, loggedIn, until } from '../support/lab.js';

describe('the recipe of recording events', () => {
  const lab = new Lab();

  it('writes them, tells of gaps, and closes the file at the end', async () => {
    const server = await lab.server();
    const program = await lab.start('docs/recipes/record-events.md', { AMI_URL: server.url });
    const client = await loggedIn(server);
    server.emit('Hangup', { Channel: 'PJSIP/alice-1', Cause: 16 }, 'call');
    const file = join(program.folder, 'events.jsonl');
    await written(file, 'Hangup');
    client.destroy();
    await until(() => program.stderr.includes('gap: '));
    await until(() => server.clients.length === 2 && server.client.username !== '');
    server.emit('UserEvent', { UserEvent: 'Last' });
    await written(file, 'Last');
    program.child.kill('SIGTERM');
    expect(await program.ended).toEqual({ code: 0 });
    const events = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(events.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { Event: 'FullyBooted' },
      { Event: 'SuccessfulAuth' },
      { at: expect.stringMatching(/^\d{4}-.*Z$/), Event: 'Hangup', Channel: 'PJSIP/alice-1' },
      { Event: 'FullyBooted' },
      { Event: 'SuccessfulAuth' },
      { Event: 'UserEvent', UserEvent: 'Last' },
    ]);
    expect(program.lines).toEqual(['6 events written, 0 lost']);
  }, 30_000);
});

async function written(file: string, text: string): Promise<void> {
  let content = '';
  const read = (): void => {
    void readFile(file, 'utf8').then(
      (now) => (content = now),
      () => undefined,
    );
  };
  await until(() => {
    read();
    return content.includes(text);
  });
}
