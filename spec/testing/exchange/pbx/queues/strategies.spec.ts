import { QueueLab } from './queue-lab.js';

const config = (strategy: string, more = ''): string => `[support]
strategy = ${strategy}
timeout = 1
retry = 1
${more}
member => PJSIP/alice,0,Alice
member => PJSIP/bob,0,Bob
member => PJSIP/carol,0,Carol
`;

/** Who is called, while one caller waits for three rounds and nobody answers. */
function rounds(strategy: string, prepare: (lab: QueueLab) => void = () => undefined): string {
  const lab = new QueueLab(config(strategy));
  prepare(lab);
  lab.call();
  lab.clock.advance(5500);
  return lab.rung.join(' ');
}

describe('The strategy', () => {
  it('ringall calls all at once; who has a penalty comes when the others are out', () => {
    const lab = new QueueLab(config('ringall').replace('bob,0', 'bob,2'));
    lab.call();
    expect([...lab.rung].sort()).toEqual(['alice', 'carol']);
    for (const name of ['alice', 'carol']) lab.called.get(name)?.receive('busy');
    lab.clock.advance();
    expect(lab.rung.at(-1)).toBe('bob');
  });

  it('ringall lets the others go when one answers', () => {
    const lab = new QueueLab(config('ringall'));
    lab.call();
    lab.events.length = 0;
    lab.answer('bob');
    expect(lab.told(/^DialEnd$/, 'DialStatus').sort()).toEqual([
      ...['DialEnd ANSWER', 'DialEnd CANCEL', 'DialEnd CANCEL', 'DialEnd CANCEL', 'DialEnd CANCEL'],
    ]);
    expect(lab.told(/^Hangup$/, 'Cause')).toEqual(['Hangup 26', 'Hangup 26']);
  });

  it('rrmemory goes on where it stopped', () => {
    expect(rounds('rrmemory')).toBe('alice bob carol');
  });

  it('linear begins with the first for every caller', () => {
    const lab = new QueueLab(config('linear'));
    const caller = lab.call();
    lab.clock.advance(2500);
    caller.receiveHangup(16);
    lab.clock.advance();
    lab.call();
    expect(lab.rung).toEqual(['alice', 'bob', 'alice']);
  });

  it('fewestcalls calls who has taken the fewest', () => {
    const prepare = (lab: QueueLab): void => {
      for (const member of lab.queue.members) member.calls = member.name === 'Bob' ? 1 : 2;
    };
    expect(rounds('fewestcalls', prepare)).toBe('bob bob bob');
  });

  it('leastrecent calls who has been left alone for the longest time', () => {
    const prepare = (lab: QueueLab): void => {
      const now = lab.pbx.now() / 1000;
      const ago: Readonly<Record<string, number>> = { Alice: 10, Bob: 20, Carol: 30 };
      for (const member of lab.queue.members) member.lastCall = now - (ago[member.name] ?? 0);
    };
    expect(rounds('leastrecent', prepare)).toBe('carol carol carol');
  });

  it.each(['random', 'wrandom'])('%s is the same in every run', (strategy) => {
    const first = rounds(strategy);
    expect(first.split(' ')).toHaveLength(3);
    expect(rounds(strategy)).toBe(first);
  });

  it('is another: who is busy makes room for the next at once', () => {
    const lab = new QueueLab(config('rrmemory', 'timeoutrestart = yes'));
    lab.call();
    lab.clock.advance(600);
    lab.called.get('alice')?.receive('busy');
    lab.clock.advance();
    expect(lab.rung).toEqual(['alice', 'bob']);
  });

  it('is not heard of: ringall', () => {
    expect(new QueueLab(config('whatever')).queue.options.strategy).toBe('ringall');
  });
});

describe('A queue', () => {
  it('of less weight waits for one of more that needs the member', () => {
    const lab = new QueueLab(`[support]
retry = 1
member => PJSIP/alice,0,Alice
[vip]
weight = 5
member => PJSIP/alice,0,Alice
`);
    const vip = lab.pbx.queues.find('vip');
    const [alice] = vip?.members ?? [];
    if (vip === undefined || alice === undefined) throw new Error('Nobody');
    vip.line.join(lab.waiting(vip));
    lab.call();
    lab.clock.advance(3000);
    expect(lab.rung).toEqual([]);
  });

  it('calls whom a caller wants by his penalties', () => {
    const lab = new QueueLab(config('ringall').replace('bob,0', 'bob,2'));
    lab.pbx.variables.set('QUEUE_MIN_PENALTY', '1');
    lab.call();
    expect(lab.rung).toEqual(['bob']);
  });
});
