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
