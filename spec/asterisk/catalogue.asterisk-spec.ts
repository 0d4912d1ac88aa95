import { findAction } from '../../lib/index.js';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { next } from './support/wait-for.js';

describe.each(targets())('The catalogue and $name', (target) => {
  const lab = useTarget(target);

  it('has every action that the server knows', async () => {
    const ami = await lab.online();
    const { fields } = await next(ami.request('ListCommands'));
    const known = fields
      .map(([name]) => name)
      .filter((name) => !['Response', 'ActionID', 'Message'].includes(name));
    expect(known.length).toBeGreaterThan(100);
    expect(known.filter((name) => findAction(name) === undefined)).toEqual([]);
  });
});
