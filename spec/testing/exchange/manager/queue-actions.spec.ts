import { consoleDifferences } from '../../../asterisk/support/live/console-differences.js';
import { messagesOf } from './support/normalise.js';
import { ManagerLab } from './support/raw-client.js';

const queues = `[support]
servicelevel = 10
weight = 2
member => Local/101@default/n,0,Alice,Custom:alice
member => Local/121@default/n,5,Bob,Custom:bob
[empty]
strategy = rrmemory
`;

const carl = { Queue: 'empty', Interface: 'Local/102@default/n' };

describe('The actions of queues', () => {
  const start = () => {
    const lab = new ManagerLab({}, { queues });
    lab.clock.advance(5000);
    const client = lab.login();
    const message = (fields: Record<string, string>): string =>
      /^Message: (.*)$/m.exec(client.answer(fields))?.[1] ?? '';
    return { lab, client, message };
  };

  it.each([
    [{ Action: 'QueueAdd' }, "'Queue' not specified."],
    [{ Action: 'QueueAdd', Queue: 'empty' }, "'Interface' not specified."],
    [
      { Action: 'QueueAdd', ...carl, Queue: 'x' },
      'Unable to add interface to queue: No such queue',
    ],
    [{ Action: 'QueueAdd', ...carl }, 'Added interface to queue'],
    [{ Action: 'QueueRemove', Queue: 'x' }, "Need 'Queue' and 'Interface' parameters."],
    [
      { Action: 'QueueRemove', ...carl, Queue: 'x' },
      'Unable to remove interface from queue: No such queue',
    ],
    [{ Action: 'QueueRemove', ...carl }, 'Unable to remove interface: Not there'],
    [
      { Action: 'QueueRemove', Queue: 'support', Interface: 'Local/101@default/n' },
      'Member not dynamic',
    ],
    [{ Action: 'QueuePause', Interface: 'x' }, "Need 'Interface' and 'Paused' parameters."],
    [{ Action: 'QueuePause', Interface: 'x', Paused: 'yes' }, 'Interface not found'],
    [
      { Action: 'QueuePause', Interface: 'Local/101@default/n', Paused: 'yes' },
      'Interface paused successfully',
    ],
    [
      { Action: 'QueuePause', Interface: 'local/101@DEFAULT/n', Paused: '0', Queue: 'SUPPORT' },
      'Interface unpaused successfully',
    ],
    [{ Action: 'QueuePenalty', Interface: 'x' }, "Need 'Interface' and 'Penalty' parameters."],
    [
      { Action: 'QueuePenalty', Interface: 'x', Penalty: '1' },
      'Invalid interface, queuename or penalty',
    ],
    [
      { Action: 'QueuePenalty', Interface: 'Local/101@default/n', Penalty: '-1' },
      'Invalid interface, queuename or penalty',
    ],
    [
      { Action: 'QueuePenalty', Interface: 'Local/101@default/n', Penalty: '7' },
      'Interface penalty set successfully',
    ],
    [
      { Action: 'QueueMemberRingInUse', Interface: 'x' },
      "Need 'Interface' and 'RingInUse' parameters.",
    ],
    [
      { Action: 'QueueMemberRingInUse', Interface: 'x', RingInUse: 'maybe' },
      "'RingInUse' parameter must be a truth value (yes/no, on/off, 0/1, etc)",
    ],
    [
      { Action: 'QueueMemberRingInUse', Interface: 'x', RingInUse: 'no' },
      'Invalid interface, queuename, or ringinuse value',
    ],
    [
      { Action: 'QueueMemberRingInUse', Interface: 'Local/101@default/n', RingInUse: 'no' },
      'Interface ringinuse set successfully',
    ],
    [{ Action: 'QueueLog', Queue: 'x' }, "Need 'Queue' and 'Event' parameters."],
    [{ Action: 'QueueLog', Queue: 'x', Event: 'FOO' }, 'Event added successfully'],
    [{ Action: 'QueueReload' }, 'Queue reloaded successfully'],
    [{ Action: 'QueueReset', Queue: 'x' }, 'Queue stats reset successfully'],
    [{ Action: 'QueueChangePriorityCaller' }, "'Queue' not specified."],
    [{ Action: 'QueueChangePriorityCaller', Queue: 'empty' }, "'Caller' not specified."],
    [
      { Action: 'QueueChangePriorityCaller', Queue: 'empty', Caller: 'x' },
      "'Priority' not specified.",
    ],
    [
      { Action: 'QueueChangePriorityCaller', Queue: 'empty', Caller: 'x', Priority: 'x' },
      "'Priority' need integer.",
    ],
    [
      { Action: 'QueueChangePriorityCaller', Queue: 'empty', Caller: 'x', Priority: '1' },
      'Unable to change priority caller on queue: No such caller',
    ],
    [
      { Action: 'QueueChangePriorityCaller', Queue: 'x', Caller: 'x', Priority: '1' },
      'Unable to change priority caller on queue: No such queue',
    ],
    [{ Action: 'QueueWithdrawCaller', Queue: 'empty' }, "'Caller' not specified."],
    [
      { Action: 'QueueWithdrawCaller', Queue: 'empty', Caller: 'x' },
      'Unable to request withdraw from queue: No such caller',
    ],
    [
      { Action: 'QueueWithdrawCaller', Queue: 'x', Caller: 'x' },
      'Unable to request withdraw from queue: No such queue',
    ],
  ])('answer %j with %s', (fields, expected) => {
    expect(start().message(fields)).toBe(expected);
  });

  it('refuse a member that is there', () => {
    const { message } = start();
    message({ Action: 'QueueAdd', ...carl });
    expect(message({ Action: 'QueueAdd', ...carl })).toBe('Unable to add interface: Already there');
    expect(message({ Action: 'QueueRemove', ...carl })).toBe('Removed interface from queue');
  });

  it('are told of after the response', () => {
    const { client } = start();
    const text = client.answer({
      ...{ Action: 'QueueAdd', ...carl, MemberName: 'Carl', Penalty: '2', Paused: 'true' },
      ...{ StateInterface: 'Custom:carl' },
    });
    expect(messagesOf(text).map((one) => one.split('\r\n')[0])).toEqual([
      ...['Response: Success', 'Event: DeviceStateChange', 'Event: QueueMemberAdded'],
    ]);
    expect(text).toContain(
      'MemberName: Carl\r\nInterface: Local/102@default/n\r\nStateInterface: Custom:carl\r\n' +
        'Membership: dynamic\r\nPenalty: 2\r\n',
    );
  });

  it('need the class agent where they change something', () => {
    const lab = new ManagerLab(
      { accounts: [{ username: 'admin', secret: 's3cret', write: ['call'] }] },
      { queues },
    );
    const client = lab.login();
    for (const Action of ['QueueAdd', 'QueueRemove', 'QueuePause', 'QueueLog']) {
      expect(client.answer({ Action })).toContain('Message: Permission denied');
    }
    for (const Action of ['QueueStatus', 'QueueSummary', 'QueueReset', 'QueueReload']) {
      expect(client.answer({ Action })).toContain('Response: Success');
    }
  });

  it('list queues with their members', () => {
    const { client, lab } = start();
    const [params, alice, bob, ...rest] = messagesOf(
      client.answer({ Action: 'QueueStatus', ActionID: 'q', Queue: 'support' }),
    ).slice(1);
    const since = lab.pbx.startedAt / 1000;
    expect(params?.split('\r\n')).toEqual([
      ...['Event: QueueParams', 'Queue: support', 'Max: 0', 'Strategy: ringall', 'Calls: 0'],
      ...['Holdtime: 0', 'TalkTime: 0', 'Completed: 0', 'Abandoned: 0', 'ServiceLevel: 10'],
      ...['ServicelevelPerf: 0.0', 'ServicelevelPerf2: 0.0', 'Weight: 2', 'ActionID: q'],
    ]);
    expect(alice?.split('\r\n')).toEqual([
      ...['Event: QueueMember', 'Queue: support', 'Name: Alice', 'Location: Local/101@default/n'],
      ...['StateInterface: Custom:alice', 'Membership: static', 'Penalty: 0', 'CallsTaken: 0'],
      ...['LastCall: 0', 'LastPause: 0', `LoginTime: ${since}`, 'InCall: 0', 'Status: 0'],
      ...['Paused: 0', 'PausedReason: ', 'Wrapuptime: 0', 'ActionID: q'],
    ]);
    expect(bob).toContain('Name: Bob');
    expect(rest).toEqual([
      'Event: QueueStatusComplete\r\nActionID: q\r\nEventList: Complete\r\nListItems: 3',
    ]);
  });

  it('list the queue and the member that are asked for', () => {
    const { client } = start();
    const events = (fields: Record<string, string>): string[] =>
      messagesOf(client.answer(fields))
        .slice(1)
        .map((one) => /^Event: (.*)$/m.exec(one)?.[1] ?? '');
    expect(events({ Action: 'QueueStatus', Member: 'Bob' })).toEqual([
      ...['QueueParams', 'QueueMember', 'QueueParams', 'QueueStatusComplete'],
    ]);
    expect(events({ Action: 'QueueStatus', Queue: 'x' })).toEqual(['QueueStatusComplete']);
    expect(events({ Action: 'QueueSummary' })).toEqual([
      ...['QueueSummary', 'QueueSummary', 'QueueSummaryComplete'],
    ]);
    expect(client.answer({ Action: 'QueueRule', ActionID: 'r' })).toBe(
      'Response: Success\r\nActionID: r\r\n\r\n\r\n',
    );
  });
});

describe('A caller in a queue, by the manager', () => {
  const start = () => {
    const dialplan = '[default]\nexten => 1,1,Queue(empty)\n same => n,Wait(60)\n';
    const lab = new ManagerLab({}, { queues, dialplan });
    const call = (number: string, name: string) => {
      const phone = lab.pbx.phones.add(number, { number, name });
      const channel = lab.pbx.phones.dial(phone, '1');
      lab.pbx.enterDialplan(channel, channel.place);
      return channel;
    };
    const [ann, ben] = [call('201', 'Ann'), call('202', 'Ben')];
    lab.clock.advance(70_000);
    return { lab, ann, ben, client: lab.login() };
  };

  it('is listed', () => {
    const { client, ann } = start();
    const text = client.answer({ Action: 'QueueStatus', Queue: 'empty', ActionID: 'q' });
    const entry = messagesOf(text).find((one) => one.startsWith('Event: QueueEntry'));
    expect(entry?.split('\r\n')).toEqual([
      ...['Event: QueueEntry', 'Queue: empty', 'Position: 1', `Channel: ${ann.name}`],
      ...[`Uniqueid: ${ann.uniqueid}`, 'CallerIDNum: 201', 'CallerIDName: Ann'],
      ...['ConnectedLineNum: unknown', 'ConnectedLineName: unknown', 'Wait: 70', 'Priority: 0'],
      'ActionID: q',
    ]);
    expect(client.answer({ Action: 'QueueSummary', Queue: 'empty' })).toContain(
      'LoggedIn: 0\r\nAvailable: 0\r\nCallers: 2\r\nHoldTime: 0\r\nTalkTime: 0\r\n' +
        'LongestHoldTime: 70\r\n',
    );
  });

  it('is put before others, or not yet', () => {
    const { client, ben, lab } = start();
    const numbers = () =>
      lab.pbx.queues.find('empty')?.callers.map(({ channel }) => channel.caller.number);
    const fields = { Action: 'QueueChangePriorityCaller', Queue: 'empty', Caller: ben.name };
    expect(client.answer({ ...fields, Priority: '3' })).toContain(
      'Message: Priority change for caller on queue',
    );
    expect(numbers()).toEqual(['201', '202']);
    client.answer({ ...fields, Priority: '3', Immediate: 'yes' });
    expect(numbers()).toEqual(['202', '201']);
  });

  it('is sent back to the dialplan', () => {
    const { client, ann, lab } = start();
    const fields = { Action: 'QueueWithdrawCaller', Queue: 'empty', Caller: ann.name };
    expect(client.answer(fields)).toContain('Message: Withdraw requested successfully');
    expect(client.answer(fields)).toContain(
      'Message: Unable to request withdraw from queue: Already requested',
    );
    lab.clock.advance(1000);
    expect(ann.variables.get('QUEUESTATUS')).toBe('WITHDRAW');
    expect(ann.application).toBe('Wait');
  });

  it('is shown on the console, as Asterisk shows him', () => {
    const { client, ann, ben } = start();
    const lines = client
      .answer({ Action: 'Command', Command: 'queue show' })
      .split('\r\n')
      .flatMap((line) => (line.startsWith('Output: ') ? [line.slice(8)] : []));
    expect(lines).toEqual([
      "empty has 2 calls (max unlimited) in 'rrmemory' strategy (0s holdtime, 0s talktime), W:0, C:0, A:0, SL:0.0%, SL2:0.0% within 0s",
      '   No Members',
      '   Callers: ',
      `      1. ${ann.name} (wait: 1:10, prio: 0)`,
      `      2. ${ben.name} (wait: 1:10, prio: 0)`,
      '',
      "support has 0 calls (max unlimited) in 'ringall' strategy (0s holdtime, 0s talktime), W:2, C:0, A:0, SL:0.0%, SL2:0.0% within 10s",
      '   Members: ',
      '      Alice (Local/101@default/n from Custom:alice) (ringinuse enabled) (Unknown) has taken no calls yet (login was 70 secs ago)',
      '      Bob (Local/121@default/n from Custom:bob) with penalty 5 (ringinuse enabled) (Unknown) has taken no calls yet (login was 70 secs ago)',
      '   No Callers',
      '',
    ]);
    const texts = { 'core show channels concise': '', 'bridge show all': '' };
    const unknown = {
      channels: new Map(),
      bridges: new Map(),
      queues: new Map(),
      calls: new Map(),
    };
    const told = consoleDifferences(unknown, { ...texts, 'queue show': lines.join('\n') });
    expect(told.map(({ text }) => JSON.parse(text.replace(/^[^{]*/, '')) as unknown)).toEqual([
      {
        ...{ strategy: 'rrmemory', calls: 2, completed: 0, abandoned: 0 },
        ...{ callers: [ann.name, ben.name], members: [], paused: [], inCall: [] },
      },
      {
        ...{ strategy: 'ringall', calls: 0, completed: 0, abandoned: 0, callers: [] },
        ...{ members: ['Local/101@default/n', 'Local/121@default/n'], paused: [], inCall: [] },
      },
    ]);
  });

  it('is shown with members who pause, talk, or came later', () => {
    const { client, lab } = start();
    const empty = lab.pbx.queues.find('empty');
    const dan = empty?.addMember('PJSIP/dan', { name: 'Dan' });
    if (empty === undefined || dan === undefined) throw new Error('Nobody');
    empty.setPaused(dan, true, 'tea time');
    dan.answeredAt = 1;
    dan.calls = 2;
    dan.lastCall = lab.pbx.now() / 1000 - 3;
    const text = client.answer({ Action: 'Command', Command: 'queue show empty' });
    expect(text).toMatch(
      / {6}Dan \(PJSIP\/dan\) \(ringinuse enabled\) \(dynamic\) \(in call\) \(paused:tea time was 0 secs ago\) \(.*\) has taken 2 calls \(last was 3 secs ago\) \(login was 0 secs ago\)\r\n/,
    );
    expect(client.answer({ Action: 'Command', Command: 'queue show x' })).toContain(
      'Output: No such queue: x.\r\n',
    );
    expect(client.answer({ Action: 'Command', Command: 'queue show a b' })).toContain(
      'Response: Error\r\nMessage: Command output follows\r\nOutput: Usage: queue show\r\n',
    );
  });
});
