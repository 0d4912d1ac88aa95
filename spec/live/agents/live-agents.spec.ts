import { liveAgents } from '../../../lib/live/live-agents.js';
import { keysOf } from '../support/served.js';
import { entriesOf } from '../support/recorded-lists.js';

it('has the agents of an exchange', async () => {
  const lists = { Agents: entriesOf('a22-lists-busy', 'Agents') };
  expect(await keysOf(lists, liveAgents)).toEqual(['1001', '1002']);
});
