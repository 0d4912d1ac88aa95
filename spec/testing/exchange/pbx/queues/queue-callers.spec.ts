import { QueueLab } from './queue-lab.js';

const one = `[support]
timeout = 5
retry = 1
member => PJSIP/alice,0,Alice
`;

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
