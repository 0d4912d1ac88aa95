import { ActionError } from '../../../lib/index.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { all, errorOf, next } from '../support/wait-for.js';

const unanswered = {
  Channel: 'Local/121@default/n',
  Application: 'Wait',
  Data: 1,
  Timeout: 1_500,
};

describe.each(controlledTargets)('A synchronous Originate on $name', ({ version }) => {
  const lab = useServer(version, { hangsUp: true });

  it('has its result in the one response', async () => {
    const ami = await lab.online();
    const answered = { ...unanswered, Channel: 'Local/101@default/n' };
    const messages = await all(ami.action('Originate', answered));
    expect(messages.map((one) => one.get('Message'))).toEqual(['Originate successfully queued']);
    const error = await errorOf(
      ami.action('Originate', { ...unanswered, Timeout: 200 }),
      ActionError,
    );
    expect(error.message).toBe('Originate: Originate failed');
  });

  it('blocks the session meanwhile: actions wait, events wait', async () => {
    const [ami, other] = [await lab.online(), await lab.online()];
    const order: string[] = [];
    ami.responses$.subscribe((one) => order.push(one.message ?? 'Pong'));
    ami.event('UserEvent').subscribe(({ Event }) => order.push(Event));
    const begun = next(other.event('Newchannel'));
    const originated = errorOf(ami.action('Originate', unanswered), ActionError);
    await begun;
    const ponged = next(ami.request('Ping'));
    const heard = [ami, other].map((one) => next(one.event('UserEvent')));
    await next(other.request('UserEvent', { UserEvent: 'Meanwhile' }));
    await heard[1];
    expect(order).toEqual([]);
    await Promise.all([originated, ponged, ...heard]);
    expect(order[0]).toBe('Originate failed');
    expect(order.slice(1).sort()).toEqual(['Pong', 'UserEvent']);
  });

  it('is survived by a keep-alive that would not wait as long', async () => {
    const ami = await lab.online({ keepAlive: { silenceMs: 100, deadlineMs: 200 } });
    const states: string[] = [];
    ami.status$.subscribe(({ state }) => states.push(state));
    await errorOf(ami.action('Originate', unanswered), ActionError);
    await next(ami.request('Ping'));
    expect(states).toEqual(['online']);
  });
});
