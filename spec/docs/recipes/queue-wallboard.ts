import { Lab, until } from '../support/lab.js';

describe('the recipe of a queue wallboard', () => {
  const lab = new Lab();

  it('shows who waits, from the list and from events, in each session anew', async () => {
    let listed: [string, Record<string, string>][] = [
      ['QueueParams', { Queue: 'support' }],
      ['QueueMember', { Queue: 'support', Name: 'Bob' }],
      ['QueueEntry', { Queue: 'support', CallerIDName: 'Alice', Uniqueid: '1', Wait: '0' }],
    ];
    const server = await lab.server({
      QueueStatus: (action, connection) => {
        connection.respondList(action, listed, 'QueueStatusComplete');
      },
    });
    const program = await lab.start('docs/recipes/queue-wallboard.md', { AMI_URL: server.url });
    await program.printed(/support: Alice \(\d s\)/);
    server.broadcast('QueueCallerJoin', { Queue: 'sales', CallerIDNum: '4711', Uniqueid: '2' });
    await program.printed(/support: Alice \(\d s\), sales: 4711 \(\d s\)/);
    server.broadcast('QueueCallerLeave', { Queue: 'support', Uniqueid: '1' });
    await program.printed(/^sales: 4711 \(\d s\)$/m);

    listed = [];
    server.connection.destroy();
    await until(() => program.lines.at(-1) === 'not connected');
    server.broadcast('Nothing');
    await until(() => server.connections.length === 2 && server.connection.isLoggedIn);
    await until(() => program.lines.length > 0);
    server.broadcast('QueueCallerJoin', { Queue: 'sales', CallerIDName: 'Eve', Uniqueid: '3' });
    await program.printed(/^sales: Eve \(0 s\)$/m);
  }, 30_000);
});
