import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { readFileSync } from 'node:fs';

const root = path.join(__dirname, '../..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  version: string;
};

/** Starts a program of this package as a process of its own. */
function start(file: string, argv: string[], env: NodeJS.ProcessEnv = {}) {
  const options = { cwd: root, env: { PATH: process.env['PATH'], ...env } };
  return spawn(process.execPath, ['--import', 'tsx', `lib/cli/${file}`, ...argv], options);
}

/** What a process prints, and its exit code. */
async function outcome(child: ChildProcessWithoutNullStreams) {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
    child.on('close', (...ends) => {
      resolve(ends);
    });
  });
  return { stdout, stderr, code, signal };
}

describe('the real thing', () => {
  it('knows its version and how to use it', async () => {
    const [told, unusable] = await Promise.all([
      outcome(start('main.ts', ['--version'])),
      outcome(start('main.ts', ['monitor'])),
    ]);
    expect(told).toMatchObject({ stdout: `${version}\n`, stderr: '', code: 0 });
    expect(unusable).toMatchObject({ stdout: '', code: 2 });
  }, 30_000);

  it('shows the demo at npm start, for as long as it is told to', async () => {
    const { stdout, stderr, code } = await outcome(
      start('start.ts', ['--json', '--duration', '6']),
    );
    expect([stderr, code]).toEqual(['', 0]);
    const objects = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(objects[0]).toMatchObject({ type: 'status', state: 'online' });
    expect(objects.map(({ type }) => type)).toContain('call-added');
    expect(objects.at(-1)).toMatchObject({ type: 'summary' });
  }, 30_000);

  it('goes to the server of AMI_URL at npm start, and says what is wrong with it', async () => {
    const env = { AMI_URL: 'admin:hunter2@127.0.0.1:1' };
    const { stderr, code } = await outcome(start('start.ts', [], env));
    expect(stderr).toMatch(/^rxjs-ami: Cannot connect to tcp:\/\/127\.0\.0\.1:1/);
    expect(code).toBe(3);
  }, 30_000);

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends at %s with a summary',
    async (signal) => {
      const child = start('main.ts', ['monitor', '--demo']);
      child.stdout.once('data', () => child.kill(signal));
      const { stdout, stderr, code } = await outcome(child);
      expect([stderr, code]).toEqual(['', 0]);
      expect(stdout).toMatch(/Summary\n/);
    },
    30_000,
  );

  it('ends quietly where the reader has gone', async () => {
    const child = start('main.ts', ['events', '--demo']);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await outcome(child)).toMatchObject({ stderr: '', code: 0 });
  }, 30_000);
});
