import { ActionError } from '../../lib/index.js';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { errorOf, next } from './support/wait-for.js';

describe.each(targets())('The output of commands of $name', (target) => {
  const lab = useTarget(target);

  it('is in the response', async () => {
    const ami = await lab.online();
    const response = await next(ami.request('Command', { Command: 'core show version' }));
    expect(response.message).toBe('Command output follows');
    expect(response.output).toMatch(/^Asterisk \d+\.\d+/);
  });

  it('is in the error where the command is unknown', async () => {
    const ami = await lab.online();
    const error = await errorOf(
      ami.request('Command', { Command: 'no such: command' }),
      ActionError,
    );
    expect(error.response.getAll('Output').join('\n')).toContain('No such command');
    expect(error).toHaveProperty('response.output', expect.stringContaining("'no such: command'"));
  });

  it('keeps its blanks and blank lines, line by line', async () => {
    const ami = await lab.online();
    const { output = '' } = await next(ami.request('Command', { Command: 'core show settings' }));
    const lines = output.split('\n');
    expect(lines).toContain('');
    expect(lines).toContain('PBX Core settings');
    expect(lines.filter((line) => /^ {2}\S.*: +\S/.test(line)).length).toBeGreaterThan(5);
  });

  it('may be long', async () => {
    const ami = await lab.online();
    const { output = '' } = await next(
      ami.request('Command', { Command: 'core show applications' }),
    );
    const [, count] = /^ {2,}-= (\d+) Applications Registered =-$/m.exec(output) ?? [];
    const listed = output.split('\n').filter((line) => /^ +\w+: \S/.test(line));
    expect(listed).toHaveLength(Number(count));
  });

  it('goes to who asked for it, where many ask at once', async () => {
    const ami = await lab.online();
    const commands = [
      'core show version',
      'core show channeltypes',
      'core show uptime',
      'module show',
    ];
    const ask = async (Command: string) => (await next(ami.request('Command', { Command }))).output;
    const alone: (string | undefined)[] = [];
    for (const command of commands) alone.push(await ask(command));
    const together = await Promise.all(
      Array.from({ length: 40 }, (_, i) => ask(commands[i % commands.length] ?? '')),
    );
    together.forEach((output, i) => {
      const [first] = (alone[i % commands.length] ?? '').split(/[\n:]/);
      expect(output).toContain(first);
    });
  });

  it('is absent where the command prints nothing', async () => {
    const ami = await lab.online();
    const response = await next(ami.request('Command', { Command: 'core show channels concise' }));
    expect(response.status).toBe('Success');
    expect(response.output ?? '').not.toContain('\r');
  });
});
