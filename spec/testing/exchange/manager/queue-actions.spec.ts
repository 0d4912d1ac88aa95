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
