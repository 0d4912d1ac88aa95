import { QueueLab } from './queue-lab.js';

const one = `[support]
timeout = 5
retry = 1
member => PJSIP/alice,0,Alice
`;

const agents = /^(Queue|Agent|Dial|Bridge(Create|Enter))/;

describe('A call through a queue', () => {
  it('is told of in the order of Asterisk', () => {
    const lab = new QueueLab(one);
    lab.call();
    lab.clock.advance(2000);
    lab.answer('alice');
    expect(lab.told(agents, 'DialStatus', 'DestChannel', 'Position', 'Count')).toEqual([
      'QueueCallerJoin 1 1',
      'AgentCalled PJSIP/alice-00000001',
      'DialBegin PJSIP/alice-00000001',
      'DialState RINGING PJSIP/alice-00000001',
      'QueueMemberStatus',
      'DialEnd ANSWER PJSIP/alice-00000001',
      'QueueCallerLeave 1 0',
      'AgentConnect PJSIP/alice-00000001',
      'BridgeCreate',
      'BridgeEnter',
      'BridgeEnter',
      'QueueMemberStatus',
    ]);
  });

  it('says what it sets, which 16 does not', () => {
    const variables = (version: '16' | '22'): string[] => {
      const lab = new QueueLab(one, version);
      const caller = lab.call();
      lab.clock.advance(2000);
      lab.answer('alice');
      lab.clock.advance(3000);
      caller.receiveHangup(16);
      lab.clock.advance();
      return lab.events
        .filter(({ name, fields }) => name === 'VarSet' && fields['Channel'] === caller.name)
        .map(({ fields }) => `${String(fields['Variable'])}=${String(fields['Value'])}`)
        .filter((text) => !text.startsWith('BRIDGEPEER'));
    };
    expect(variables('16')).toEqual(['QUEUEPOSITION=1']);
    expect(variables('22')).toEqual([
      ...['ANSWEREDTIME=', 'ANSWEREDTIME_MS=', 'DIALEDTIME=', 'DIALEDTIME_MS='],
      ...['QUEUEWAIT=', 'QUEUEWAIT_MS=', 'QUEUEPOSITION=1', 'QUEUEWAIT=2', 'QUEUEWAIT_MS=2000'],
      ...['ANSWEREDTIME=3', 'ANSWEREDTIME_MS=3000', 'DIALEDTIME=5', 'DIALEDTIME_MS=5000'],
    ]);
  });

  it('is complete when the caller hangs up, and counts', () => {
    const lab = new QueueLab(one);
    const caller = lab.call();
    lab.clock.advance(2000);
    lab.answer('alice');
    expect(lab.queue.members[0]).toMatchObject({ isInCall: true, state: 'INUSE', calls: 0 });
    lab.clock.advance(3000);
    caller.receiveHangup(16);
    lab.clock.advance();
    expect(lab.told(/^Agent/, 'HoldTime', 'RingTime', 'TalkTime', 'Reason')).toEqual([
      'AgentCalled',
      'AgentConnect 2 2',
      'AgentComplete 2 3 caller',
    ]);
    expect(lab.queue.figures).toMatchObject({ completed: 1, holdTime: 2, talkTime: 3 });
    expect(lab.queue.members[0]).toMatchObject({ isInCall: false, calls: 1 });
    expect(lab.told(/^QueueMemberStatus/, 'Status', 'CallsTaken')).toEqual([
      ...['QueueMemberStatus 6 0', 'QueueMemberStatus 2 0', 'QueueMemberStatus 1 1'],
    ]);
    expect(lab.pbx.channels.size).toBe(0);
  });

  it.each(['16', '22'] as const)('is complete when the member hangs up, in %s', (version) => {
    const lab = new QueueLab(one, version);
    lab.call();
    const callee = lab.answer('alice');
    callee.receiveHangup(16);
    lab.clock.advance();
    const complete = lab.events.find(({ name }) => name === 'AgentComplete');
    expect(complete?.fields).toMatchObject({ Reason: 'agent', MemberName: 'Alice' });
    expect(complete?.fields['Channel']).toMatch(/^PJSIP\/caller201-/);
    // 16 tells so late that the member's channel is gone.
    expect('DestChannel' in (complete?.fields ?? {})).toBe(version === '22');
  });

  it('is complete when one transfers the other', () => {
    const lab = new QueueLab(one);
    const caller = lab.call();
    const callee = lab.answer('alice');
    callee.setVariable('BLINDTRANSFER', caller.name);
    callee.receiveHangup(16);
    lab.pbx.emit('BlindTransfer', ['call'], {
      Result: 'Success',
      BridgeUniqueid: String(caller.bridge?.id),
    });
    lab.clock.advance();
    expect(lab.told(/^AgentComplete/, 'Reason')).toEqual(['AgentComplete transfer']);
  });

  it('ends for the caller with the member, unless the option c lets him go on', () => {
    const [lab, going] = [new QueueLab(one), new QueueLab(one)];
    lab.call();
    const caller = going.call('stays');
    for (const one of [lab, going]) {
      one.answer('alice').receiveHangup(16);
      one.clock.advance();
    }
    expect(lab.pbx.channels.size).toBe(0);
    expect(caller).toMatchObject({ isHungUp: false, application: 'Wait' });
    expect(caller.variables.get('QUEUESTATUS')).toBe('CONTINUE');
  });

  it('goes on ringing after a pause if nobody answers', () => {
    const lab = new QueueLab(one);
    const caller = lab.call();
    lab.clock.advance(5000);
    expect(lab.told(/^(Agent|DialEnd)/, 'RingTime', 'DialStatus')).toEqual([
      ...['AgentCalled', 'AgentRingNoAnswer 5000', 'DialEnd NOANSWER', 'DialEnd CANCEL'],
    ]);
    lab.clock.advance(999);
    expect(lab.rung).toEqual(['alice']);
    lab.clock.advance(1);
    expect(lab.rung).toEqual(['alice', 'alice']);
    expect(caller.isHungUp).toBe(false);
  });
});

describe('A caller of a queue', () => {
  const left = /^(VarSet|MusicOnHoldStop|QueueCaller(Abandon|Leave)|DialEnd|AgentRing)$/;

  it('abandons it', () => {
    const lab = new QueueLab(one, '16');
    const caller = lab.call();
    lab.clock.advance(1500);
    lab.events.length = 0;
    caller.receiveHangup(16);
    lab.clock.advance();
    expect(lab.told(left, 'DialStatus', 'Variable', 'Value', 'OriginalPosition')).toEqual([
      ...['MusicOnHoldStop', 'DialEnd CANCEL', 'DialEnd CANCEL', 'VarSet ABANDONED TRUE'],
      ...['QueueCallerAbandon 1', 'QueueCallerLeave', 'VarSet QUEUEPOSITION 1'],
    ]);
    expect(lab.queue.figures).toMatchObject({ abandoned: 1, completed: 0 });
    expect(lab.pbx.channels.size).toBe(0);
  });

  it('leaves after his time, at the latest', () => {
    const lab = new QueueLab(one, '16');
    const caller = lab.call('patient');
    lab.clock.advance(2999);
    expect(lab.queue.callers).toHaveLength(1);
    lab.events.length = 0;
    lab.clock.advance(1);
    expect(lab.told(left, 'DialStatus', 'Variable', 'Value', 'HoldTime')).toEqual([
      ...['DialEnd NOANSWER', 'DialEnd CANCEL', 'VarSet ABANDONED TRUE', 'QueueCallerAbandon 3'],
      ...['MusicOnHoldStop', 'QueueCallerLeave', 'VarSet QUEUEPOSITION 1'],
      'VarSet QUEUESTATUS TIMEOUT',
    ]);
    expect(caller.application).toBe('Wait');
  });

  it('leaves after one round with the option n', () => {
    const lab = new QueueLab(one);
    const caller = lab.call('once');
    lab.clock.advance(5000);
    expect(caller.variables.get('QUEUESTATUS')).toBe('TIMEOUT');
  });

  it('forgets that he has left before', () => {
    const lab = new QueueLab(one, '16');
    lab.call('again');
    lab.clock.advance(1000);
    expect(lab.told(/^VarSet$/, 'Variable', 'Value')).toEqual([
      ...['VarSet DIALEDPEERNUMBER alice', 'VarSet ABANDONED TRUE', 'VarSet QUEUEPOSITION 1'],
      ...['VarSet QUEUESTATUS TIMEOUT', 'VarSet ABANDONED ', 'VarSet DIALEDPEERNUMBER alice'],
    ]);
  });

  it.each([
    ['none', 'UNKNOWN', one],
    ['patient', 'JOINEMPTY', '[support]\njoinempty = no\nmember => PJSIP/alice,0,A,,,,yes\n'],
    ['patient', 'JOINEMPTY', '[support]\njoinempty = strict\n'],
    [
      'patient',
      'JOINEMPTY',
      '[support]\njoinempty = unknown\nmember => PJSIP/alice,0,A,Custom:alice\n',
    ],
  ])('may not join: %s, %s', (exten, status, queues) => {
    const lab = new QueueLab(queues);
    const caller = lab.call(exten);
    expect(caller.variables.get('QUEUESTATUS')).toBe(status);
    expect(lab.told(/^QueueCaller/)).toEqual([]);
  });

  it('may not join when it is full', () => {
    const lab = new QueueLab('[support]\nmaxlen = 1\n');
    lab.call();
    expect(lab.call('patient', '202').variables.get('QUEUESTATUS')).toBe('FULL');
  });

  it('is sent away when nobody serves any more', () => {
    const lab = new QueueLab(`${one}leavewhenempty = yes\n`);
    const caller = lab.call('patient');
    const [alice] = lab.queue.members;
    if (alice !== undefined) lab.queue.setPaused(alice, true);
    lab.clock.advance(5000);
    expect(caller.variables.get('QUEUESTATUS')).toBe('LEAVEEMPTY');
  });

  it('is withdrawn, and told why', () => {
    const lab = new QueueLab('[support]\n');
    const caller = lab.call('patient');
    const waiting = lab.queue.line.find(caller.name);
    if (waiting !== undefined) waiting.withdrawal = 'enough';
    lab.clock.advance(1000);
    expect(caller.variables.get('QUEUE_WITHDRAW_INFO')).toBe('enough');
    expect(caller.variables.get('QUEUESTATUS')).toBe('WITHDRAW');
  });

  it('stands where his priority puts him', () => {
    const lab = new QueueLab('[support]\n');
    const caller = (exten: string, number: string, priority: string): void => {
      lab.pbx.variables.set('QUEUE_PRIO', priority);
      lab.call(exten, number);
    };
    caller('support', '201', '0');
    caller('support', '202', '5');
    caller('support', '203', '5');
    caller('second', '204', '5');
    const numbers = lab.queue.callers.map(({ channel }) => channel.caller.number);
    expect(numbers).toEqual(['202', '204', '203', '201']);
    expect(lab.queue.callers.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    expect(lab.told(/^QueueCallerJoin$/, 'Position', 'Count')).toEqual([
      ...['QueueCallerJoin 1 1', 'QueueCallerJoin 1 2', 'QueueCallerJoin 2 3'],
      'QueueCallerJoin 2 4',
    ]);
  });

  it('is served before him who stands behind, who is called at the next look', () => {
    const lab = new QueueLab(`${one}strategy = rrmemory\nmember => PJSIP/bob,0,Bob\n`);
    lab.call('support', '201');
    lab.call('support', '202');
    expect(lab.rung).toEqual(['alice']);
    lab.answer('alice');
    lab.clock.advance(1000);
    expect(lab.rung).toEqual(['alice', 'bob']);
    expect(lab.queue.callers.map(({ channel }) => channel.caller.number)).toEqual(['202']);
  });

  it('is served at the same time as others with autofill', () => {
    const lab = new QueueLab(
      `${one}strategy = rrmemory\nautofill = yes\nringinuse = no\nmember => PJSIP/bob,0,Bob\n`,
    );
    lab.call('support', '201');
    lab.call('support', '202');
    expect(lab.rung).toEqual(['alice', 'bob']);
  });
});

describe('The device of a queue', () => {
  it('rings while somebody waits', () => {
    const lab = new QueueLab('[support]\n');
    const callers = [lab.call('support', '201'), lab.call('support', '202')];
    for (const caller of callers) {
      caller.receiveHangup(16);
      lab.clock.advance();
    }
    const states = lab.events.filter(({ fields }) => fields['Device'] === 'Queue:support');
    expect(states.map(({ fields }) => fields['State'])).toEqual(['RINGING', 'NOT_INUSE']);
  });
});
