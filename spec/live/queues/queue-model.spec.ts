import { queueKind } from '../../../lib/live/queues/queue-model.js';
import type { Queue, QueueMember } from '../../../lib/live/queues/queue.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { Tracked } from '../support/tracked.js';
import { eventOf } from '../support/written-events.js';
import { of } from './queue-events.js';
import { inShort, listIn } from './queue-story.js';

/** A queue with the members `a` and `b`, and others that are listed. */
function tracked(...others: AmiEvent[]): Tracked<Queue> {
  const entries = [of.params(), of.listedMember('a'), of.listedMember('b'), ...others];
  return new Tracked(queueKind).seed({ QueueStatus: entries });
}

function short(world: Tracked<Queue>): string | undefined {
  return world.state.map(inShort)[0];
}

function member(world: Tracked<Queue>, name: string): QueueMember | undefined {
  return world.get('q')?.members.get(name);
}

describe('the list of queues', () => {
  it('has parameters, figures and who waits', () => {
    const world = new Tracked(queueKind);
    world.at = 10_000;
    world.seed({ QueueStatus: listIn('a22-lists-queue-waiting-agent-oncall', 'qs') });
    expect(world.state).toEqual([
      {
        name: 'empty',
        strategy: 'rrmemory',
        max: undefined,
        weight: 0,
        serviceLevelMs: 0,
        figures: {
          completed: 0,
          abandoned: 1,
          averageHoldMs: 0,
          averageTalkMs: 0,
          serviceLevelPercent: 0,
          serviceLevelPercentOfAll: 0,
        },
        figuresAt: 10_000,
        members: new Map(),
        waiting: [
          {
            channelId: '1795397255.139',
            channel: 'Local/110@default-00000044;1',
            caller: { number: '777', name: 'Waiting W' },
            connected: { number: '777', name: 'Waiting W' },
            position: 1,
            joinedAt: 9000,
            priority: 0,
          },
        ],
      },
    ]);
  });

  it('changes nothing where it says the same', () => {
    const list = listIn('a16-lists-busy', 'QueueStatus-8');
    const world = new Tracked(queueKind).seed({ QueueStatus: list });
    const before = world.state;
    world.at += 5000;
    world.seed({ QueueStatus: list }).check({ QueueStatus: list });
    expect(world.state.every((queue, i) => queue === before[i])).toBe(true);
  });

  it('leaves the state alone where it is refused', () => {
    const world = tracked();
    world.seed({}).check({});
    expect(short(world)).toBe('q [] a not-in-use b not-in-use');
  });

  it('takes away what is there no more', () => {
    const world = tracked();
    world.seed({ QueueStatus: [] });
    expect(world.keys).toEqual([]);
  });

  it('keeps what only events say', () => {
    const world = tracked();
    const fields = { Ringinuse: '1', Membership: 'realtime' };
    world.take(of.member('QueueMemberRinginuse', 'a', fields));
    world.seed({ QueueStatus: [of.params(), of.listedMember('a')] });
    expect(member(world, 'a')).toMatchObject({ ringInUse: true, membership: 'realtime' });
  });

  it('has the odd entries left out', () => {
    const odd = ['QueueParams', 'QueueMember', 'QueueEntry', 'Other'];
    const world = tracked(
      ...odd.map((name) => eventOf(name, {})),
      ...odd.map((name) => eventOf(name, { Queue: 'q' })),
      of.listedMember('c', { Status: 'x', Paused: 'x', Penalty: '', CallsTaken: 'x', Name: '' }),
    );
    expect(short(world)).toBe('q [] a not-in-use b not-in-use c unknown');
  });
});

describe('callers', () => {
  it('move when others come in front and leave', () => {
    const world = tracked().take(of.join('1', 1), of.join('2', 2));
    const second = world.get('q')?.waiting[1];
    world.take(of.join('vip', 1));
    expect(short(world)).toMatch('[1 vip, 2 1, 3 2]');
    world.take(of.leave('1'));
    expect(short(world)).toMatch('[1 vip, 2 2]');
    // Who is where they were is the same object.
    expect(world.get('q')?.waiting[1]).toEqual(second);
    const vip = world.get('q')?.waiting[0];
    world.take(of.leave('2'));
    expect(world.get('q')?.waiting).toEqual([vip]);
    expect(world.get('q')?.waiting[0]).toBe(vip);
  });

  it('wait no more once they have hung up', () => {
    const world = tracked(of.entry('1', 1)).take(of.join('2', 2));
    world.take(of.agent('AgentCalled', '1', 'a'), of.hangup('1'));
    expect(short(world)).toBe('q [1 2] a not-in-use b not-in-use');
    const changes = world.changes.length;
    world.take(of.abandon('1'), of.leave('1'), of.hangup('1'));
    expect(world.changes).toHaveLength(changes);
  });

  it('get their priority from the next list, at once', () => {
    const world = tracked().take(of.join('1', 1));
    expect(world.get('q')?.waiting[0]?.priority).toBeUndefined();
    const list = [of.params(), of.listedMember('a'), of.listedMember('b')];
    const entry = of.entry('1', 1, { Priority: '5', Wait: '60' });
    world.seed({ QueueStatus: [...list, entry] }, { isCheck: true });
    expect(world.get('q')?.waiting[0]).toMatchObject({ priority: 5, joinedAt: 1000 });
  });

  it('of a queue that is not known make it known', () => {
    const world = new Tracked(queueKind).take(of.join('1', 1));
    expect(world.get('q')).toMatchObject({ strategy: undefined, figures: undefined });
    expect(short(world)).toBe('q [1 1]');
    expect(world.stale).toBe(1);
  });
});

describe('a caller who waits', () => {
  const waiting = (world: ReturnType<typeof tracked>) => world.get('q')?.waiting;

  it('is gone once in a bridge, by whatever action', () => {
    const world = tracked().take(of.join('1', 1), of.join('2', 2));
    const stale = world.stale;
    world.take(eventOf('BridgeEnter', { Uniqueid: '1' }));
    expect(waiting(world)).toMatchObject([{ channelId: '2', position: 1 }]);
    expect(world.stale).toBe(stale + 1);
    world.take(eventOf('BridgeEnter', { Uniqueid: '1' }), eventOf('BridgeEnter', {}));
    expect(world.stale).toBe(stale + 1);
  });

  it('is called as the channel is', () => {
    const world = tracked().take(of.join('1', 1), of.join('2', 2));
    world.take(eventOf('NewCallerid', { Uniqueid: '2', CallerIDNum: '5', CallerIDName: 'Eve' }));
    expect(waiting(world)?.[1]?.caller).toEqual({ number: '5', name: 'Eve' });
    world.take(eventOf('NewConnectedLine', { Uniqueid: '2', ConnectedLineNum: '6' }));
    expect(waiting(world)?.[1]?.connected.number).toBe('6');
    expect(waiting(world)?.[0]?.position).toBe(1);
  });
});

describe('the calls of members', () => {
  it('end for all others when one answers', () => {
    const world = tracked().take(of.join('1', 1));
    world.take(of.agent('AgentCalled', '1', 'a'), of.agent('AgentCalled', '1', 'b'));
    expect(short(world)).toBe('q [1 1] a not-in-use ringing 1 b not-in-use ringing 1');
    world.take(of.agent('AgentConnect', '1', 'b'));
    expect(short(world)).toBe('q [] a not-in-use b not-in-use in call talking 1');
  });

  it('end by what is dumped, missed or hung up', () => {
    const world = tracked();
    const ends = ['AgentDump', 'AgentRingNoAnswer'].map((name) => of.agent(name, '1', 'a'));
    for (const end of [...ends, of.hangup('1-a'), of.hangup('1'), of.abandon('1')]) {
      world.take(of.agent('AgentCalled', '1', 'a'));
      expect(member(world, 'a')?.call?.state).toBe('ringing');
      world.take(end);
      expect(member(world, 'a')?.call).toBeUndefined();
    }
  });

  it('go on when a Local channel ends that was optimised away', () => {
    const world = tracked().take(of.agent('AgentConnect', '1', 'a'));
    const stale = world.stale;
    world.take(of.hangup('1-a'));
    expect(member(world, 'a')?.call?.state).toBe('talking');
    expect(world.stale).toBe(stale + 1);
  });

  it('are one at a time: who talks goes on talking', () => {
    const world = tracked().take(of.agent('AgentConnect', '1', 'a'));
    world.take(of.agent('AgentCalled', '2', 'a'), of.agent('AgentRingNoAnswer', '2', 'a'));
    expect(member(world, 'a')?.call).toMatchObject({ channelId: '1', state: 'talking' });
    // By the name of another caller: the channels may have been swapped in the meantime, or not.
    world.take(of.agent('AgentComplete', '3', 'a', { TalkTime: '3' }));
    expect(member(world, 'a')?.call).toMatchObject({ channelId: '1', state: 'talking' });
    world.seed(
      { QueueStatus: [of.params(), of.listedMember('a', { InCall: '0' })] },
      { isCheck: true },
    );
    expect(member(world, 'a')).toMatchObject({ isInCall: false, call: undefined });
    world.take(of.agent('AgentCalled', '4', 'a'), of.agent('AgentComplete', '1', 'a'));
    expect(member(world, 'a')?.call?.channelId).toBe('4');
  });

  it('are over with the latest, where there are several', () => {
    const world = tracked().take(of.agent('AgentConnect', '1', 'a'));
    world.take(of.leave('7'), of.leave('8'), of.agent('AgentConnect', '2', 'a'));
    world.take(of.agent('AgentComplete', '1', 'a', { TalkTime: '4' }));
    expect(member(world, 'a')).toMatchObject({ isInCall: true, call: { channelId: '2' } });
    // Nothing said of the member is not the same as nothing known.
    const alone = { DestUniqueid: '' };
    world.take(
      of.agent('AgentConnect', '3', 'b', alone),
      of.agent('AgentComplete', '9', 'b', alone),
    );
    expect(member(world, 'b')).toMatchObject({ isInCall: true, call: { channelId: '3' } });
    // The channels may be gone when the end is told.
    const nameless = { Uniqueid: '', DestUniqueid: '' };
    world.take(of.agent('AgentComplete', '', 'a', { ...nameless, TalkTime: '9' }));
    expect(member(world, 'a')).toMatchObject({ isInCall: true, call: { channelId: '2' } });
    world.take(of.agent('AgentComplete', '', 'a', { ...nameless, TalkTime: '5' }));
    expect(member(world, 'a')).toMatchObject({ isInCall: false, call: undefined });
  });

  it('that were there before are known by the list only', () => {
    const world = tracked(of.listedMember('c', { InCall: '1' }));
    expect(member(world, 'c')).toMatchObject({ isInCall: true, call: undefined });
    world.take(of.agent('AgentComplete', '1', 'c'));
    expect(member(world, 'c')?.isInCall).toBe(false);
  });

  it('are over where the exchange says so, though no event did', () => {
    const world = tracked().take(of.agent('AgentConnect', '1', 'a'));
    world.take(of.agent('AgentConnect', '2', 'b'), of.member('QueueMemberStatus', 'b'));
    expect(short(world)).toBe('q [] a not-in-use in call talking 1 b not-in-use');
    world.check({ QueueStatus: [of.params(), of.listedMember('a'), of.listedMember('b')] });
    expect(short(world)).toBe('q [] a not-in-use b not-in-use');
  });

  it('are not taken for those of before a gap', () => {
    const world = tracked().take(of.agent('AgentConnect', '1', 'a'));
    const list = (calls: string): AmiEvent[] => [
      of.params(),
      of.listedMember('a', { InCall: '1', CallsTaken: calls }),
    ];
    world.seed({ QueueStatus: list('0') });
    expect(member(world, 'a')?.call?.channelId).toBe('1');
    world.seed({ QueueStatus: list('1') });
    expect(member(world, 'a')).toMatchObject({ isInCall: true, call: undefined });
  });

  it('do not ring for somebody who is gone', () => {
    const world = tracked().take(of.join('1', 1), of.agent('AgentCalled', '1', 'a'));
    world.seed({ QueueStatus: [of.params(), of.listedMember('a')] });
    expect(short(world)).toBe('q [] a not-in-use');
  });
});

describe('a look for what no event tells', () => {
  const list = (fields = {}): AmiEvent[] => [
    of.params({ Completed: '7', Abandoned: '2', Holdtime: '3' }),
    of.listedMember('a', { CallsTaken: '7', LastCall: '1000', ...fields }),
    of.listedMember('b'),
  ];

  it('takes figures and counts at once, and other differences the second time', () => {
    const world = tracked();
    world.seed({ QueueStatus: list({ Status: '2' }) }, { isCheck: true });
    expect(world.get('q')?.figures).toMatchObject({ completed: 7, averageHoldMs: 3000 });
    expect(member(world, 'a')).toMatchObject({ callsTaken: 7, lastCallAt: 1_000_000 });
    expect(short(world)).toBe('q [] a not-in-use b not-in-use');
    world.seed({ QueueStatus: list({ Status: '2' }) }, { isCheck: true });
    expect(short(world)).toBe('q [] a in-use b not-in-use');
    expect(world.stale).toBe(0);
  });

  it('takes the figures alone of a queue that changes meanwhile, and looks again', () => {
    const world = tracked();
    const meanwhile = [of.member('QueueMemberPause', 'a', { Paused: '1' })];
    world.seed({ QueueStatus: list() }, { isCheck: true, meanwhile });
    expect(world.get('q')?.figures?.completed).toBe(7);
    expect(member(world, 'a')).toMatchObject({ callsTaken: 0, isPaused: true });
    expect(world.stale).toBe(1);
  });

  it('makes up for events that were lost', () => {
    const world = tracked(of.entry('1', 1)).take(of.join('2', 2));
    world.check({ QueueStatus: [...list(), of.entry('2', 1), of.entry('3', 2)] });
    expect(short(world)).toMatch('[1 2, 2 3]');
    world.take(of.hangup('3'));
    expect(short(world)).toMatch('[1 2]');
  });
});

describe('odd and late events', () => {
  const names = Object.keys(queueKind.create({} as never, undefined as never).handlers);

  it.each(names)('%s with nothing in it changes nothing', (name) => {
    const world = tracked(of.entry('1', 1));
    const changes = world.changes.length;
    world.take(eventOf(name, {}), eventOf(name, { Queue: '' }), eventOf(name, { Uniqueid: '' }));
    expect(world.changes).toHaveLength(changes);
  });

  it.each(names)('%s of what is not known makes no nonsense', (name) => {
    const world = new Tracked(queueKind);
    world.take(eventOf(name, { Queue: 'other' }), of.agent(name, '1', 'zed'));
    const isNews = ['QueueCallerJoin', 'QueueMemberAdded'].includes(name);
    const isOfMember = /^QueueMember(Pause|Penalty|Ringinuse|Status)$/.test(name);
    expect(world.keys).toEqual(isNews || isOfMember ? ['q'] : []);
  });

  it('of a member whom a reload has taken away are looked at again', () => {
    const world = tracked().take(of.member('QueueMemberStatus', 'gone', { Status: '2' }));
    expect(short(world)).toBe('q [] a not-in-use b not-in-use gone in-use');
    expect(world.stale).toBe(1);
  });

  it('of Asterisk 11 say Location, and no time of the pause', () => {
    const world = tracked().take(
      eventOf('QueueMemberStatus', { Queue: 'q', Location: 'a', MemberName: 'A', Status: '6' }),
      eventOf('QueueMemberPause', { Queue: 'q', Location: 'a', Paused: '1', Reason: 'lunch' }),
      eventOf('QueueMemberStatus', { Queue: 'q', Location: 'a', Status: '5' }),
    );
    const paused = { name: 'A', state: 'unavailable', pauseReason: 'lunch', pausedAt: 2000 };
    expect(member(world, 'a')).toMatchObject(paused);
  });

  it('with a place that cannot be join at the end, or in front', () => {
    const world = tracked().take(of.join('1', 9), of.join('2', NaN), of.join('3', -1));
    expect(short(world)).toMatch('[1 3, 2 1, 3 2]');
  });

  it('that repeat change nothing', () => {
    const world = tracked().take(of.join('1', 1), of.agent('AgentCalled', '1', 'a'));
    const changes = world.changes.length;
    world.take(of.join('1', 1), of.agent('AgentCalled', '1', 'a'), of.leave('2'));
    expect(world.changes).toHaveLength(changes);
  });
});
