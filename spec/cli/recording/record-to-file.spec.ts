import { run } from '../../../lib/cli/run.js';
import { createExchange, parseRecording } from '../../../lib/testing/index.js';
import { fakeIo } from '../support/fake-io.js';

describe('rxjs-ami record', () => {
  it('writes what comes to a file, until it is told to stop', async () => {
    const server = await createExchange();
    const io = fakeIo();
    const running = run(['record', 'a.ami', '--url', server.url], {}, io);
    await io.stdout.until('Recording');
    await io.files.get('a.ami')?.until('FullyBooted');
    server.emit('Hangup', { Cause: 16 }, 'call');
    await io.files.get('a.ami')?.until('Cause: 16');
    io.interrupt();
    expect(await running).toBe(0);
    const text = io.files.get('a.ami')?.text ?? '';
    const lines = parseRecording(text).entries.map((entry) => entry.type === 'line' && entry.line);
    expect(lines[0]).toBe('Asterisk Call Manager/11.0.0');
    expect(lines).toEqual(expect.arrayContaining(['Event: Hangup', 'Cause: 16']));
    expect(text).not.toContain('secret');
    expect(io.stdout.lines).toEqual([
      `Recording tcp://127.0.0.1:${String(server.port)} to a.ami`,
      `${String(text.length)} characters recorded`,
    ]);
    await server.close();
  });

  it.each(['--demo', '--url=a:b@127.0.0.1:1'])('writes over no file: %s', async (server) => {
    const io = fakeIo();
    (await io.createFile('a.ami')).write('precious');
    expect(await run(['record', 'a.ami', server], {}, io)).toBe(1);
    expect(io.stderr.text).toBe("rxjs-ami: EEXIST: open 'a.ami'\n");
    expect(io.files.get('a.ami')?.text).toBe('precious');
  });
});
