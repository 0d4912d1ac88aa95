import { bufferCount, range, mergeMap } from 'rxjs';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { all, next } from './support/wait-for.js';

describe.each(targets())('A UserEvent on $name', (target) => {
  const lab = useTarget(target);

  it('comes back to who sent it and to everybody, bearing the ActionID of its sender', async () => {
    const [sender, other] = [await lab.online(), await lab.online()];
    const heard = [sender, other].map((ami) => next(ami.event('UserEvent')));
    const response = await next(
      sender.request('UserEvent', { UserEvent: 'Echo', Text: `O'Neil, "quoted" \\ 日本` }),
    );
    for (const event of await Promise.all(heard)) {
      expect(event).toMatchObject({
        UserEvent: 'Echo',
        Text: `O'Neil, "quoted" \\ 日本`,
        ActionID: response.actionId,
      });
    }
  });

  it('is no part of the answers that another client awaits, whatever it says it is', async () => {
    const [sender, other] = [await lab.online(), await lab.online()];
    const count = 50;
    const heard = next(other.event('UserEvent').pipe(bufferCount(count)));
    const fields = { UserEvent: 'Foreign', EventList: 'Complete', Response: 'Error' };
    const [answers] = await Promise.all([
      all(range(0, count).pipe(mergeMap(() => other.action('BridgeTechnologyList')))),
      all(range(0, count).pipe(mergeMap(() => sender.request('UserEvent', fields)))),
    ]);
    expect(await heard).toHaveLength(count);
    expect(answers.filter((one) => one.get('UserEvent') !== undefined)).toEqual([]);
    expect(answers.filter((one) => one.get('EventList') === 'Complete')).toHaveLength(count);
  });
});
