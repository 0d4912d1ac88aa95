import { Lab } from '../support/lab.js';
import { entriesIn, listing } from '../support/lists.js';
import { Recorded } from '../support/recorded.js';

describe('the recipe of a queue wallboard', () => {
  const lab = new Lab();

  it('shows the queues from the list and from events, and after a loss as they are then', async () => {
    const lists = { QueueStatus: entriesIn('a22-lists-busy', 'QueueStatus-8') };
    const server = await lab.server(listing(lists));
    const program = await lab.start('docs/recipes/queue-wallboard.md', { AMI_URL: server.url });
    const support = (text: string): Promise<void> => program.printed(`support: ${text}, 1 served`);
    await support('0 waiting (0 s), 2 free, 0 talking, 0 paused');
    await program.printed('empty: 0 waiting (0 s), 0 free, 0 talking, 0 paused, 0 served, 0 lost');

    const call = new Recorded('a22-queue-call');
    call.tell(server, 'QueueCallerJoin');
    await support('1 waiting (1 s), 2 free, 0 talking, 0 paused');
    call.tell(server, 'AgentConnect');
    await support('0 waiting (0 s), 2 free, 1 talking, 0 paused');

    lists.QueueStatus = lists.QueueStatus.map(([name, fields]) => [
      name,
      name === 'QueueParams' ? { ...fields, Completed: '2', Abandoned: '1' } : fields,
    ]);
    server.client.destroy();
    await program.printed('not connected, as it was:\nsupport: 0 waiting (0 s), 2 free, 1 talking');
    await program.printed(
      'support: 0 waiting (0 s), 2 free, 0 talking, 0 paused, 2 served, 1 lost',
    );
  }, 30_000);
});
