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
