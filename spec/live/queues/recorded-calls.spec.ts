import { queueKind } from '../../../lib/live/queues/queue-model.js';
import type { Queue } from '../../../lib/live/queues/queue.js';
import { newsOf } from '../support/fold.js';
import { Tracked } from '../support/tracked.js';
import { inShort, listIn, newsBefore, storyOf } from './queue-story.js';

describe('a call through a queue', () => {
  it.each([
    ['a16-queue-call', '1795396771.61', '1795396771.63'],
    ['a22-queue-call', '1795396819.34', '1795396819.36'],
  ])('waits, rings, talks and is over: %s', (recording, id, agent) => {
    const members = listIn('a22-lists-busy', 'QueueStatus-8');
    const tracked = new Tracked(queueKind).seed({ QueueStatus: members });
    tracked.take(...newsOf(recording));
    const bob = 'Bob not-in-use';
    expect(storyOf(tracked.changes)).toEqual([
      `seed: support [] Alice not-in-use ${bob}`,
      'seed: empty []',
      `QueueCallerJoin: support [1 ${id}] Alice not-in-use ${bob}`,
      `AgentCalled: support [1 ${id}] Alice not-in-use ringing ${id} ${bob}`,
      `QueueCallerLeave: support [] Alice not-in-use ringing ${id} ${bob}`,
      `AgentConnect: support [] Alice not-in-use in call talking ${id} ${bob}`,
      `AgentComplete: support [] Alice not-in-use ${bob}`,
    ]);
    const [joined, called, , connected] = tracked.changes.slice(2).map(({ value }) => value);
    const alice = 'Local/101@default/n';
    expect(joined?.waiting).toEqual([
      {
        channelId: id,
        channel: 'Local/110@default-00000011;1',
        caller: { number: '555', name: 'Caller Q' },
        connected: { number: '555', name: 'Caller Q' },
        position: 1,
        joinedAt: expect.any(Number),
        priority: undefined,
      },
    ]);
    const ringing = called?.members.get(alice)?.call;
    const talking = connected?.members.get(alice)?.call;
    expect(ringing).toMatchObject({ memberChannelId: agent, state: 'ringing' });
    expect(talking).toMatchObject({ memberChannelId: agent, state: 'talking' });
    expect(talking?.since).toBeGreaterThan(ringing?.since ?? Infinity);
    // The join, the leave, the end of the call, and the hangups of both channels.
    expect(tracked.stale).toBe(5);
  });

  it('has a member whose device follows, and lists in between', () => {
    const recording = 'a16-queue-call-memberstatus';
    const news = newsOf(recording);
    const isQueue = newsBefore(recording, 'mid');
    const tracked = new Tracked(queueKind).take(...news.slice(0, isQueue));
    const id = '1795397425.0';
    expect(storyOf(tracked.changes)).toEqual([
      'QueueMemberAdded: empty [] Erin not-in-use',
      `QueueCallerJoin: empty [1 ${id}] Erin not-in-use`,
      `AgentCalled: empty [1 ${id}] Erin not-in-use ringing ${id}`,
      `QueueMemberStatus: empty [1 ${id}] Erin in-use ringing ${id}`,
      `QueueCallerLeave: empty [] Erin in-use ringing ${id}`,
      `AgentConnect: empty [] Erin in-use in call talking ${id}`,
    ]);
    const before = tracked.get('empty');
    tracked.check({ QueueStatus: listIn(recording, 'mid') });
    // Only what events do not tell is news: the parameters and figures of the queue.
    expect(tracked.get('empty')?.members).toBe(before?.members);
    expect(tracked.get('empty')).toMatchObject({ strategy: 'rrmemory', figuresAt: tracked.at });

    tracked.take(...news.slice(isQueue, newsBefore(recording, 'end')));
    expect(tracked.get('empty')?.members.get('Local/101@default/n')).toEqual({
      interface: 'Local/101@default/n',
      name: 'Erin',
      stateInterface: 'Local/101@default',
      state: 'not-in-use',
      membership: 'dynamic',
      isPaused: false,
      pauseReason: undefined,
      pausedAt: undefined,
      lastPauseAt: undefined,
      penalty: 0,
      ringInUse: true,
      callsTaken: 1,
      lastCallAt: 1_795_397_429_000,
      loginAt: 1_795_397_425_000,
      wrapUpMs: 0,
      isInCall: false,
      call: undefined,
    });
    tracked.check({ QueueStatus: listIn(recording, 'end') });
    tracked.take(...news.slice(newsBefore(recording, 'end')));
    expect(storyOf(tracked.changes).slice(6)).toEqual([
      `check: empty [] Erin in-use in call talking ${id}`,
      'AgentComplete: empty [] Erin in-use',
      'QueueMemberStatus: empty [] Erin not-in-use',
      'check: empty [] Erin not-in-use',
      'QueueMemberRemoved: empty []',
    ]);
    expect(tracked.get('empty')?.figures).toEqual({
      completed: 1,
      abandoned: 0,
      averageHoldMs: 0,
      averageTalkMs: 4000,
      serviceLevelPercent: 100,
      serviceLevelPercentOfAll: 100,
    });
  });

  it('is not answered', () => {
    const tracked = new Tracked(queueKind).take(...newsOf('a22-queue-ringnoanswer'));
    const id = '1795397452.6';
    expect(storyOf(tracked.changes)).toEqual([
      'QueueMemberAdded: empty [] Rna not-in-use',
      `QueueCallerJoin: empty [1 ${id}] Rna not-in-use`,
      `AgentCalled: empty [1 ${id}] Rna not-in-use ringing ${id}`,
      `QueueMemberStatus: empty [1 ${id}] Rna in-use ringing ${id}`,
      `AgentRingNoAnswer: empty [1 ${id}] Rna in-use`,
      'QueueCallerAbandon: empty [] Rna in-use',
      'QueueMemberStatus: empty [] Rna not-in-use',
      'QueueMemberRemoved: empty []',
    ]);
  });

  it.each([
    ['a16-queue-abandon-timeout', '1795396778.68'],
    ['a22-queue-abandon-timeout', '1795396827.38'],
  ])('ends by time-out: %s', (recording, id) => {
    const news = newsOf(recording);
    const at = newsBefore(recording, 'qs1');
    const tracked = new Tracked(queueKind).take(...news.slice(0, at));
    const joinedAt = tracked.get('empty')?.waiting[0]?.joinedAt;
    expect(joinedAt).toBeGreaterThan(0);
    tracked.seed({ QueueStatus: listIn(recording, 'qs1') });
    expect(tracked.get('empty')?.waiting).toMatchObject([{ channelId: id, joinedAt, priority: 0 }]);
    tracked.take(...news.slice(at));
    expect(storyOf(tracked.changes)).toEqual([
      `QueueCallerJoin: empty [1 ${id}]`,
      'seed: support [] Alice not-in-use Bob not-in-use',
      `seed: empty [1 ${id}]`,
      'QueueCallerAbandon: empty []',
    ]);
  });
});

describe('the members of a queue', () => {
  it.each([
    ['a16-queue-members', 1_795_397_013_000],
    ['a22-queue-members', 1_795_397_026_000],
  ])('are added, paused, changed and removed: %s', (recording, pausedAt) => {
    const tracked = new Tracked(queueKind);
    const carol = (): unknown => tracked.get('support')?.members.get('Local/102@default/n');
    const at: Record<string, unknown[]> = {};
    for (const event of newsOf(recording)) {
      tracked.take(event);
      if (event.get('MemberName') === 'Carol') (at[event.name] ??= []).push(carol());
    }
    const name = 'Carol';
    expect(at).toMatchObject({
      QueueMemberAdded: [{ name, state: 'in-use', penalty: 2, stateInterface: 'Custom:carol' }],
      QueueMemberPause: [
        { name, isPaused: true, pauseReason: 'lunch', pausedAt, lastPauseAt: pausedAt },
        {
          name,
          isPaused: false,
          pauseReason: undefined,
          pausedAt: undefined,
          lastPauseAt: pausedAt,
        },
      ],
      QueueMemberPenalty: [{ name, penalty: 7, ringInUse: true }],
      QueueMemberRinginuse: [{ name, ringInUse: false, membership: 'dynamic' }],
      QueueMemberRemoved: [undefined],
    });
    const inUse = 'Carol in-use';
    expect(storyOf(tracked.changes)).toEqual([
      `QueueMemberAdded: support [] ${inUse}`,
      `QueueMemberPause: support [] ${inUse} paused`,
      `QueueMemberPause: support [] ${inUse}`,
      `QueueMemberPenalty: support [] ${inUse}`,
      `QueueMemberRinginuse: support [] ${inUse}`,
      `QueueMemberStatus: support [] ${inUse} Alice on-hold`,
      'QueueMemberRemoved: support [] Alice on-hold',
      'QueueMemberStatus: support [] Alice not-in-use',
    ]);
  });

  it.each(['a16-queue-reload', 'a22-queue-reload'])('are replaced by a reload: %s', (recording) => {
    const tracked = new Tracked(queueKind);
    tracked.seed({ QueueStatus: listIn('a22-lists-busy', 'QueueStatus-8') });
    tracked.take(...newsOf(recording));
    const unchanged = tracked.state;
    tracked.seed({ QueueStatus: listIn(recording, 'q') });
    expect(unchanged.map(inShort)).toEqual([
      'support [] Alice not-in-use Bob not-in-use',
      'empty []',
    ]);
    expect(tracked.state.map(inShort)).toEqual([
      'support [] Alice not-in-use Dan unknown',
      'empty []',
      'newq []',
    ]);
    const [support] = tracked.state as [Queue];
    expect(support.members.get('Local/101@default/n')?.callsTaken).toBe(0);
  });
});
