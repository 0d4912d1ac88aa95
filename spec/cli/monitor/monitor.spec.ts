import { run } from '../../../lib/cli/run.js';
import type { ActionHandler } from '../../../lib/testing/index.js';
import { VirtualClock } from '../../../lib/testing/index.js';
import { channelFields } from '../support/events.js';
import { fakeIo } from '../support/fake-io.js';
import { serve } from '../support/serve.js';
import type { Serving } from '../support/serve.js';

const channel = (id: string) => ({ ...channelFields(id), Linkedid: id });

/** Answers the question for channels with these; there are no bridges and no queues. */
function lists(...answers: string[][]): ActionHandler {
  let times = 0;
  return (request) => {
    const name = request.get('Action');
    const isChannels = name === 'CoreShowChannels';
    if (!isChannels && name !== 'BridgeList' && name !== 'QueueStatus') return false;
    const ids = isChannels ? answers[Math.min(times++, answers.length - 1)] : [];
    const entries = (ids ?? []).map((id) => ['CoreShowChannel', channel(id)] as const);
    request.list('A list will follow', entries, `${name}Complete`);
    return true;
  };
}

let serving: Serving;

afterEach(() => serving.server.close());

describe('rxjs-ami monitor', () => {
  it('prints a line for each change, and a summary when it is interrupted', async () => {
    serving = await serve(lists(['201']));
    const io = fakeIo();
    const code = run(['monitor'], serving.env, io);
    await io.stdout.until('new call');
    serving.server.emit('Hangup', { ...channel('201'), Cause: 16 }, 'call');
    await io.stdout.until('ended');
    io.interrupt();
    expect(await code).toBe(0);
    expect(io.stdout.text.replace(/\d\d:\d\d:\d\d/g, '<time>').replace(/:\d+, AMI/, ':<port>, AMI'))
      .toBe(`<time>  online         tcp://127.0.0.1:<port>, AMI 11.0.0
<time>  new call       201 → exten 100  in dialplan
<time>  ended          201  answered, lasted 0:00
Summary
  calls      1 seen, 1 answered, 0 missed, 0 still up
  longest    0:00, 201
  talk time  0:00 on average
  events     3 in 0:00
`);
    expect(serving.server.requests.at(-1)?.get('Action')).toBe('Logoff');
  });

  it('prints one JSON object a line, the summary last', async () => {
    serving = await serve(lists(['201']));
    const io = fakeIo();
    const code = run(['monitor', '--json'], serving.env, io);
    await io.stdout.until('call-added');
    io.interrupt();
    expect(await code).toBe(0);
    expect(io.stdout.objects).toEqual([
      expect.objectContaining({ type: 'status', state: 'online', version: '11.0.0' }),
      expect.objectContaining({
        type: 'call-added',
        id: '201',
        who: { number: '201', channel: 'PJSIP/201-00000001' },
        with: [],
        state: 'up',
        exten: '100',
      }),
      expect.objectContaining({ type: 'summary', calls: 1, up: 1, events: 2 }),
    ]);
    for (const { time } of io.stdout.objects) {
      expect(new Date(String(time)).toISOString()).toBe(time);
    }
    expect(io.stdout.text).not.toContain('secret');
  });

  it('renews a lost session, and tells what has changed meanwhile', async () => {
    serving = await serve(lists(['201', '202'], ['202', '203']));
    const io = fakeIo();
    const code = run(['monitor', '--json'], serving.env, io);
    await io.stdout.until('call-added', 2);
    serving.server.client.destroy();
    await io.stdout.until('call-added', 3);
    io.interrupt();
    expect(await code).toBe(0);
    const told = io.stdout.objects.map(({ type, state, id }) => [type, id ?? state].join(' '));
    expect(told).toEqual([
      'status online',
      'call-added 201',
      'call-added 202',
      'status waiting',
      'status online',
      'call-ended 201',
      'call-added 203',
      'summary ',
    ]);
  });

  it('goes on without the calls that were up, where it may not ask for them', async () => {
    serving = await serve((request) => {
      if (!/Show|List|Queue/.test(request.get('Action'))) return false;
      request.respond('Error', { Message: 'Permission denied' });
      return true;
    });
    const io = fakeIo();
    const code = run(['monitor'], serving.env, io);
    await io.stdout.until('notice', 3);
    io.interrupt();
    expect(await code).toBe(0);
    for (const list of ['CoreShowChannels', 'BridgeList', 'QueueStatus']) {
      const told = `notice         What the live state needs of ${list} is missing: ${list}:`;
      expect(io.stdout.text).toContain(told);
    }
  });

  it('ends by itself after --duration, and exits with 3 if it was never connected', async () => {
    serving = await serve(lists([]));
    const clock = new VirtualClock();
    const io = fakeIo(clock);
    const code = run(['monitor', '--duration', '60'], serving.env, io);
    await io.stdout.until('online');
    clock.advance(60_000);
    expect(await code).toBe(0);
    expect(io.stdout.text).toMatch(/events +2 in 1:00/);

    const silent = await serve((request) => request.get('Action') === 'Challenge');
    const other = fakeIo(clock);
    const never = run(['monitor', '--duration', '5'], silent.env, other);
    clock.advance(5000);
    expect(await never).toBe(3);
    expect(other.stderr.text).toMatch(/No connection to tcp:.* within the time given/);
    expect(other.stdout.text).toBe('');
    await silent.server.close();
  });

  it('leaves a server that does not answer the Logoff', async () => {
    serving = await serve((request) => {
      return request.get('Action') === 'Logoff' || lists([])(request) === true;
    });
    const clock = new VirtualClock();
    const io = fakeIo(clock);
    const code = run(['monitor'], serving.env, io);
    await io.stdout.until('online');
    io.interrupt();
    await new Promise(setImmediate);
    clock.advance(2000);
    expect(await code).toBe(0);
  });

  it('does not wait for the Logoff when it is interrupted twice', async () => {
    serving = await serve((request) => {
      return request.get('Action') === 'Logoff' || lists([])(request) === true;
    });
    const io = fakeIo(new VirtualClock());
    const code = run(['monitor'], serving.env, io);
    await io.stdout.until('online');
    io.interrupt();
    await new Promise(setImmediate);
    io.interrupt();
    expect(await code).toBe(0);
  });

  describe('on a terminal', () => {
    it('draws pictures on a screen of their own, and leaves the terminal as it was', async () => {
      serving = await serve(lists(['201']));
      const io = fakeIo();
      io.stdout.isTTY = true;
      const code = run(['monitor'], serving.env, io);
      await io.stdout.until('in dialplan');
      io.stdout.columns = 40;
      io.stdout.emit('resize');
      await io.stdout.until('…');
      io.interrupt();
      expect(await code).toBe(0);
      const [enter, leave] = ['\u001b[?1049h\u001b[?25l', '\u001b[?25h\u001b[?1049l'];
      expect(io.stdout.text.startsWith(enter)).toBe(true);
      expect(io.stdout.text.split(leave)).toHaveLength(2);
      expect(io.stdout.text.split(leave)[1]).toContain('Summary');
    });

    it('has no colours where they are not wanted, and lines where it cannot draw', async () => {
      serving = await serve(lists(['201']));
      const io = fakeIo();
      io.stdout.isTTY = true;
      const code = run(['monitor'], { ...serving.env, NO_COLOR: '1' }, io);
      await io.stdout.until('in dialplan');
      io.interrupt();
      await code;
      for (const code of ['1m', '2m', '32m'])
        expect(io.stdout.text).not.toContain(`\u001b[${code}`);

      const dumb = fakeIo();
      dumb.stdout.isTTY = true;
      const other = run(['monitor'], { ...serving.env, TERM: 'dumb' }, dumb);
      await dumb.stdout.until('new call');
      dumb.interrupt();
      expect(await other).toBe(0);
      expect(dumb.stdout.text).not.toContain('\u001b');
    });

    it('restores the terminal before it says that nobody listens', async () => {
      serving = await serve();
      await serving.server.close();
      const io = fakeIo();
      io.stdout.isTTY = true;
      expect(await run(['monitor'], serving.env, io)).toBe(3);
      expect(io.stdout.text.endsWith('\u001b[?1049l')).toBe(true);
      serving = await serve();
    });
  });

  it('plays the demo where it is asked to', async () => {
    serving = await serve();
    const io = fakeIo();
    const code = run(['monitor', '--demo', '--json'], serving.env, io);
    await io.stdout.until('call-connected');
    io.interrupt();
    expect(await code).toBe(0);
    const connected = io.stdout.objects.find(({ type }) => type === 'call-connected');
    expect(connected).toMatchObject({ state: 'talking' });
    expect(serving.server.clients).toEqual([]);
    // Its calls come by chance.
  }, 60_000);
});
