import { Lab, until } from '../support/lab.js';

/** What every event about a caller in a queue says. */
function caller(id: string, queue: string, fields: Record<string, string>): Record<string, string> {
  return {
    Channel: `PJSIP/trunk-${id}`,
    ChannelState: '6',
    ChannelStateDesc: 'Up',
    CallerIDNum: '<unknown>',
    CallerIDName: '<unknown>',
    Uniqueid: id,
    Linkedid: id,
    Queue: queue,
    Position: '1',
    Count: '1',
    ...fields,
  };
}

/** A caller in the list, where nobody has no brackets. */
function entry(id: string, queue: string, fields: Record<string, string>): Record<string, string> {
  return {
    Queue: queue,
    Position: '1',
    Channel: `PJSIP/trunk-${id}`,
    Uniqueid: id,
    CallerIDNum: 'unknown',
    CallerIDName: 'unknown',
    Wait: '0',
    Priority: '0',
    ...fields,
  };
}

describe('the recipe of a queue wallboard', () => {
  const lab = new Lab();

  it('shows who waits, from the list and from events, in each session anew', async () => {
    let listed: [string, Record<string, string>][] = [
      ['QueueParams', { Queue: 'support' }],
      ['QueueMember', { Queue: 'support', Name: 'Bob' }],
      ['QueueEntry', entry('1', 'support', { CallerIDName: 'Alice' })],
      ['QueueEntry', entry('4', 'night', { Wait: '600' })],
    ];
    const server = await lab.server({
      QueueStatus: (action, connection) => {
        connection.respondList(action, listed, 'QueueStatusComplete');
      },
    });
    const program = await lab.start('docs/recipes/queue-wallboard.md', { AMI_URL: server.url });
    await program.printed(/support: Alice \(\d s\), night: anonymous \(6\d\d s\)/);
    server.broadcast('QueueCallerLeave', caller('4', 'night', {}));
    server.broadcast('QueueCallerJoin', caller('2', 'sales', { CallerIDNum: '4711' }));
    await program.printed(/support: Alice \(\d s\), sales: 4711 \(\d s\)/);
    server.broadcast('QueueCallerLeave', caller('1', 'support', { CallerIDName: 'Alice' }));
    await program.printed(/^sales: 4711 \(\d s\)$/m);

    listed = [];
    server.connection.destroy();
    await until(() => program.lines.at(-1) === 'not connected');
    server.broadcast('Nothing');
    await until(() => server.connections.length === 2 && server.connection.isLoggedIn);
    await until(() => program.lines.length > 0);
    server.broadcast('QueueCallerJoin', caller('3', 'sales', { CallerIDName: 'Eve' }));
    await program.printed(/^sales: Eve \(0 s\)$/m);
  }, 30_000);
});
