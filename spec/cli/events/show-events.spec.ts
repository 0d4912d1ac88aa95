import { run } from '../../../lib/cli/run.js';
import { VirtualClock } from '../../../lib/testing/index.js';
import { fakeIo } from '../support/fake-io.js';
import { serve } from '../support/serve.js';
import type { Serving } from '../support/serve.js';

let serving: Serving;

beforeEach(async () => {
  serving = await serve();
});

afterEach(() => serving.server.close());

describe('rxjs-ami events', () => {
  it('prints events until it is interrupted, and logs off', async () => {
    const io = fakeIo();
    const code = run(['events'], serving.env, io);
    await io.stdout.until('FullyBooted');
    serving.server.emit('PeerStatus', { Peer: 'PJSIP/alice' }, 'system');
    await io.stdout.until('alice');
    io.interrupt();
    expect(await code).toBe(0);
    expect(io.stdout.lines.at(-1)).toMatch(/^\d\d:\d\d:\d\d PeerStatus {11}Peer=PJSIP\/alice$/);
    expect(io.stderr.text).toBe('');
    const last = serving.server.requests.at(-1);
    expect(last?.get('Action')).toBe('Logoff');
  });

  it('prints JSON with all fields, secrets covered, of the names that are asked for', async () => {
    const io = fakeIo();
    const argv = ['events', '--json', '--name', 'challenge*', '--name', 'Hangup'];
    const code = run(argv, serving.env, io);
    await serving.loggedIn();
    serving.server.emit('PeerStatus', { Peer: 'PJSIP/alice' });
    serving.server.emit(
      'ChallengeResponseFailed',
      { AccountID: 'admin', ExpectedResponse: 'hunter2' },
      'security',
    );
    serving.server.emit('Hangup', { Cause: 16 }, 'call');
    await io.stdout.until('Hangup');
    io.interrupt();
    expect(await code).toBe(0);
    expect(io.stdout.objects).toEqual([
      {
        Event: 'ChallengeResponseFailed',
        Privilege: 'security,all',
        AccountID: 'admin',
        ExpectedResponse: '[redacted]',
      },
      { Event: 'Hangup', Privilege: 'call,all', Cause: '16' },
    ]);
  });

  it('ends by itself after --duration', async () => {
    const clock = new VirtualClock();
    const io = fakeIo(clock);
    const code = run(['events', '--duration', '60'], serving.env, io);
    await io.stdout.until('FullyBooted');
    clock.advance(59_999);
    expect(serving.server.requests.at(-1)?.get('Action')).not.toBe('Logoff');
    clock.advance(1);
    expect(await code).toBe(0);
  });

  it('tells of a loss and of its end on stderr, and goes on', async () => {
    const clock = new VirtualClock();
    const io = fakeIo(clock);
    const code = run(['events'], serving.env, io);
    await io.stdout.until('FullyBooted');
    serving.server.client.destroy();
    await io.stderr.until('trying again');
    clock.advance(1000);
    await io.stderr.until('Connected again');
    expect(io.stderr.lines).toEqual([
      expect.stringMatching(/^rxjs-ami: .*lost.*; trying again in \d\.\d s$/),
      'rxjs-ami: Connected again',
    ]);
    io.interrupt();
    expect(await code).toBe(0);
  });

  it('ends quietly when nobody reads any more', async () => {
    const io = fakeIo();
    const code = run(['events'], serving.env, io);
    await io.stdout.until('FullyBooted');
    io.stdout.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    expect(await code).toBe(0);
    expect(io.stderr.text).toBe('');
  });

  it('exits with 1 when what it prints cannot be kept', async () => {
    const io = fakeIo();
    const code = run(['events'], serving.env, io);
    await io.stdout.until('FullyBooted');
    const full = { code: 'ENOSPC', syscall: 'write' };
    io.stdout.destroy(Object.assign(new Error('ENOSPC: no space left'), full));
    expect(await code).toBe(1);
    expect(io.stderr.text).toBe('rxjs-ami: ENOSPC: no space left\n');
  });
});
