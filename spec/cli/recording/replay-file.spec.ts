import { VirtualTimeScheduler, firstValueFrom } from 'rxjs';
import { run } from '../../../lib/cli/run.js';
import { connect } from '../../../lib/index.js';
import { fakeIo } from '../support/fake-io.js';
import type { FakeIo } from '../support/fake-io.js';

const recording = `rxjs-ami recording 1
from 2026-01-02T10:15:42.000Z

@0.010
< Asterisk Call Manager/11.0.0
< Event: Newstate
< ChannelStateDesc: Up
<
@2.000
< Event: Hangup
< Cause: 16
<
`;

async function withFile(io: FakeIo): Promise<FakeIo> {
  (await io.createFile('a.ami')).write(recording);
  return io;
}

describe('rxjs-ami replay', () => {
  it('prints the events at the times at which they came', async () => {
    const clock = new VirtualTimeScheduler();
    const io = await withFile(fakeIo(clock));
    const running = run(['replay', 'a.ami', '--speed', '2', '--json'], {}, io);
    // The file is read first.
    await new Promise(setImmediate);
    clock.maxFrames = 999;
    clock.flush();
    expect(io.stdout.objects).toEqual([{ Event: 'Newstate', ChannelStateDesc: 'Up' }]);
    clock.maxFrames = 1000;
    clock.flush();
    expect(await running).toBe(0);
    expect(io.stdout.objects[1]).toEqual({ Event: 'Hangup', Cause: '16' });
  });

  it('prints some of them, at once', async () => {
    const io = await withFile(fakeIo());
    expect(await run(['replay', 'a.ami', '--speed', 'max', '--name', 'hang*'], {}, io)).toBe(0);
    expect(io.stdout.text).toMatch(/^\d\d:15:44 Hangup +Cause=16\n$/);
  });

  it('serves them to a client', async () => {
    const io = await withFile(fakeIo());
    const running = run(['replay', 'a.ami', '--speed', '100', '--listen', '0'], {}, io);
    await io.stdout.until('Listening');
    const ami = connect(/at (\S+)/.exec(io.stdout.text)?.[1] ?? '');
    expect((await firstValueFrom(ami.event('Hangup'))).Cause).toBe(16);
    await io.stdout.until('is over');
    ami.close();
    io.interrupt();
    expect(await running).toBe(0);
  });

  it.each([
    ['b.ami', 1, "ENOENT: open 'b.ami'\n"],
    ['bad.ami', 2, 'bad.ami: No recording: line 1 is not "rxjs-ami recording 1"\nSee'],
  ])('tells what is wrong with %s', async (file, code, text) => {
    const io = fakeIo();
    (await io.createFile('bad.ami')).write('Event: Hangup\n');
    expect(await run(['replay', file], {}, io)).toBe(code);
    expect(io.stderr.text).toContain(`rxjs-ami: ${text}`);
  });
});
