import { QueueLab } from './queue-lab.js';

const members = /^QueueMember/;

describe('A member of a queue', () => {
  it('is told of when it comes, changes and goes', () => {
    const lab = new QueueLab('[support]\n');
    const { queue } = lab;
    const carl = queue.addMember('Local/102@default/n', {
      ...{ name: 'Carl', penalty: 2, stateInterface: 'Custom:carl' },
    });
    queue.setPaused(carl, true, 'lunch');
    queue.setPaused(carl, false);
    queue.setPenalty(carl, 7);
    queue.setRingInUse(carl, false);
    lab.pbx.devices.setCustom('Custom:carl', 'INUSE');
    lab.pbx.devices.setCustom('Custom:carl', 'INUSE');
    queue.removeMember(carl);
    queue.removeMember(carl);
    const fields = ['Penalty', 'Status', 'Paused', 'PausedReason', 'Ringinuse'];
    expect(lab.told(members, ...fields)).toEqual([
      'QueueMemberAdded 2 0 0  1',
      'QueueMemberPause 2 0 1 lunch 1',
      'QueueMemberPause 2 0 0  1',
      'QueueMemberPenalty 7 0 0  1',
      'QueueMemberRinginuse 7 0 0  0',
      'QueueMemberStatus 7 2 0  0',
      'QueueMemberRemoved 7 2 0  0',
    ]);
    expect(lab.told(/^DeviceStateChange$/, 'Device', 'State')).toEqual([
      'DeviceStateChange Queue:support_pause_Local/102@default/n NOT_INUSE',
      'DeviceStateChange Queue:support_avail NOT_INUSE',
      'DeviceStateChange Queue:support_pause_Local/102@default/n INUSE',
      'DeviceStateChange Queue:support_avail INUSE',
      'DeviceStateChange Queue:support_pause_Local/102@default/n NOT_INUSE',
      'DeviceStateChange Queue:support_avail NOT_INUSE',
      'DeviceStateChange Custom:carl INUSE',
      'DeviceStateChange Queue:support_avail INUSE',
    ]);
  });

  it('has fields in the order of Asterisk', () => {
    const lab = new QueueLab('[support]\n');
    const since = lab.pbx.now() / 1000;
    lab.queue.addMember('Local/102@default/n', { isPaused: true });
    const added = lab.events.find(({ name }) => name === 'QueueMemberAdded');
    expect(added?.privilege).toEqual(['agent']);
    expect(Object.entries(added?.fields ?? {}).map((field) => field.join('='))).toEqual([
      ...['Queue=support', 'MemberName=Local/102@default/n', 'Interface=Local/102@default/n'],
      ...['StateInterface=Local/102@default/n', 'Membership=dynamic', 'Penalty=0', 'CallsTaken=0'],
      ...['LastCall=0', `LastPause=${since}`, `LoginTime=${since}`, 'InCall=0', 'Status=4'],
      ...['Paused=1', 'PausedReason=', 'Ringinuse=1', 'Wrapuptime=0'],
    ]);
  });

  it.each([
    ['16', 'PausedReason=lunch Reason=lunch', 'PausedReason= Reason=back'],
    ['22', 'PausedReason=lunch', 'PausedReason=back'],
  ] as const)('says why it pauses, and why no more, as %s does', (version, paused, unpaused) => {
    const lab = new QueueLab('[support]\nmember => PJSIP/alice\n', version);
    const [alice] = lab.queue.members;
    if (alice === undefined) throw new Error('Nobody');
    lab.queue.setPaused(alice, true, 'lunch');
    lab.queue.setPaused(alice, false, 'back');
    const told = lab.events
      .filter(({ name }) => name === 'QueueMemberPause')
      .map(({ fields }) =>
        Object.entries(fields)
          .filter(([name]) => name.endsWith('Reason'))
          .map((field) => field.join('='))
          .join(' '),
      );
    expect(told).toEqual([paused, unpaused]);
  });

  it('follows its device, whose options do not count', () => {
    const lab = new QueueLab('[support]\nmember => Local/brief@default/n,0,Bob\n');
    expect(lab.queue.members[0]?.state).toBe('NOT_INUSE');
    lab.call();
    lab.clock.advance(300);
    expect(lab.told(/^QueueMemberStatus$/, 'Status')).toEqual(['QueueMemberStatus 2']);
  });

  it('is there once', () => {
    const lab = new QueueLab('[support]\nmember => PJSIP/alice\n');
    expect(() => lab.queue.addMember('pjsip/ALICE')).toThrow('pjsip/ALICE is a member of support');
  });

  it('is not called while it pauses, wraps up, or is in use and does not want to be', () => {
    const lab = new QueueLab(`[support]
wrapuptime = 10
ringinuse = no
retry = 1
member => PJSIP/alice,0,Alice
member => PJSIP/bob,0,Bob
member => PJSIP/carol,0,Carol
`);
    const [alice] = lab.pbx.queues.membersAt('PJSIP/alice', 'support');
    const [bob] = lab.pbx.queues.membersAt('PJSIP/bob');
    if (alice === undefined || bob === undefined) throw new Error('Nobody');
    lab.queue.setPaused(alice, true);
    bob.lastCall = lab.pbx.now() / 1000;
    lab.pbx.devices.set('PJSIP/carol', 'INUSE');
    lab.call();
    lab.clock.advance(9000);
    expect(lab.rung).toEqual([]);
    lab.clock.advance(1000);
    expect(lab.rung).toEqual(['bob']);
  });

  it('who does not answer is paused, in all queues if that is wanted', () => {
    const lab = new QueueLab(`[support]
timeout = 2
autopause = all
member => PJSIP/alice,0,Alice
[sales]
member => PJSIP/alice,0,Alice
`);
    lab.call();
    lab.clock.advance(2000);
    expect(lab.told(/^QueueMemberPause$/, 'Queue', 'PausedReason')).toEqual([
      'QueueMemberPause support Auto-Pause',
      'QueueMemberPause sales Auto-Pause',
    ]);
  });

  it.each([
    ['busy', 'BUSY'],
    ['congestion', 'CONGESTION'],
    ['hangup', 'NOANSWER'],
  ] as const)('is given up when its phone says %s', (control, status) => {
    const lab = new QueueLab('[support]\nretry = 1\nmember => PJSIP/alice,0,Alice\n');
    lab.call();
    lab.clock.advance(2000);
    lab.called.get('alice')?.receive(control);
    lab.clock.advance();
    expect(lab.told(/^(DialEnd|AgentRing)/, 'DialStatus', 'RingTime')).toEqual([
      `DialEnd ${status}`,
      'AgentRingNoAnswer 2000',
    ]);
    lab.clock.advance(1000);
    expect(lab.rung).toEqual(['alice', 'alice']);
  });

  it('that cannot be reached is passed over without a word', () => {
    const lab = new QueueLab('[support]\nretry = 1\nmember => PJSIP/nobody,0,Nobody\n');
    lab.queue.addMember('Local/nothing@default/n');
    lab.call();
    lab.clock.advance(3000);
    expect(lab.told(/^(Agent|Dial)/)).toEqual([]);
    expect([...lab.pbx.channels.values()].map(({ name }) => name)).toEqual([
      expect.stringMatching(/^PJSIP\/caller201-/),
    ]);
  });

  it('may hang up while it waits for the caller', () => {
    const lab = new QueueLab('[support]\nmemberdelay = 2\nretry = 1\nmember => PJSIP/alice\n');
    lab.call();
    lab.answer('alice').receiveHangup(16);
    lab.clock.advance();
    expect(lab.told(/^(Agent|DialEnd|QueueCaller)/, 'DialStatus')).toEqual([
      ...['QueueCallerJoin', 'AgentCalled', 'DialEnd ANSWER', 'AgentDump', 'DialEnd NOANSWER'],
    ]);
    lab.clock.advance(1000);
    lab.answer('alice');
    lab.clock.advance(2000);
    expect(lab.told(/^AgentConnect$/)).toEqual(['AgentConnect']);
  });

  it('and the caller are told of each other if the queue wants that', () => {
    const lab = new QueueLab(
      '[support]\nsetinterfacevar = yes\nsetqueueentryvar = yes\nmember => PJSIP/alice,3,Alice\n',
    );
    const caller = lab.call();
    const callee = lab.answer('alice');
    for (const { variables } of [caller, callee]) {
      expect(variables.get('MEMBERINTERFACE')).toBe('PJSIP/alice');
      expect(variables.get('MEMBERPENALTY')).toBe('3');
      expect(variables.get('QEORIGINALPOS')).toBe('1');
    }
  });
});

describe('queues.conf', () => {
  it('says what queues are like', () => {
    const lab = new QueueLab(`[general]
autofill = yes
[support] ; the first
strategy = leastrecent
timeout = 0 ; for ever
ringinuse = no
musiconhold = jazz
joinempty = unavailable,paused
unheard = of
member => PJSIP/alice,2,Alice,Custom:alice,yes,30,yes
member => PJSIP/bob
`);
    expect(lab.queue.options).toMatchObject({
      ...{ strategy: 'leastrecent', timeout: 0, retry: 5, ringinuse: false, autofill: true },
      ...{ musicclass: 'jazz', joinempty: 'unavailable,paused' },
    });
    expect(lab.queue.findMember('PJSIP/alice')).toMatchObject({
      ...{ name: 'Alice', penalty: 2, stateInterface: 'Custom:alice', ringInUse: true },
      ...{ wrapUpTime: 30, isPaused: true, membership: 'static' },
    });
    expect(lab.queue.findMember('PJSIP/bob')).toMatchObject({
      ...{ name: 'PJSIP/bob', penalty: 0, stateInterface: 'PJSIP/bob', ringInUse: false },
    });
  });

  it('is read again without a word of members', () => {
    const lab = new QueueLab('[support]\nmember => PJSIP/alice\n[old]\n');
    const { queue } = lab;
    queue.addMember('PJSIP/carol');
    lab.pbx.queues.add('scripted', { maxlen: 3 });
    lab.events.length = 0;
    lab.pbx.queues.load('[support]\nstrategy = random\nmember => PJSIP/bob\n[new]\n');
    expect(lab.told(members)).toEqual([]);
    expect(lab.told(/^DeviceStateChange$/, 'Device', 'State')).toEqual([
      'DeviceStateChange Queue:support_avail INUSE',
      'DeviceStateChange Queue:support_pause_PJSIP/bob NOT_INUSE',
      'DeviceStateChange Queue:new_avail INUSE',
    ]);
    expect(queue.options.strategy).toBe('random');
    expect(queue.members.map((member) => member.interface).sort()).toEqual([
      ...['PJSIP/bob', 'PJSIP/carol'],
    ]);
    expect(lab.pbx.queues.all.map(({ name }) => name).sort()).toEqual([
      ...['new', 'scripted', 'support'],
    ]);
  });

  it('is listed in the order in which Asterisk keeps it', () => {
    const lab = new QueueLab(`[newq]
[empty]
[support]
member => Local/101@default/n,0,Alice
member => Local/121@default/n,5,Bob
`);
    lab.queue.addMember('Local/102@default/n', { name: 'Carol' });
    expect(lab.pbx.queues.all.map(({ name }) => name)).toEqual(['support', 'empty', 'newq']);
    expect(lab.queue.members.map(({ name }) => name)).toEqual(['Carol', 'Alice', 'Bob']);
  });
});
