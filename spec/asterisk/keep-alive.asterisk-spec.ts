import { bufferCount, filter } from 'rxjs';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { next } from './support/wait-for.js';

describe.each(targets())('Keep-alive with $name', (target) => {
  const lab = useTarget(target);

  it('asks after silence and is answered, which keeps the session', async () => {
    const ami = await lab.online({
      events: false,
      keepAlive: { silenceMs: 20, deadlineMs: 10_000 },
    });
    const states: string[] = [];
    ami.status$.subscribe(({ state }) => states.push(state));
    const pongs$ = ami.responses$.pipe(filter((response) => response.has('Ping')));
    await next(pongs$.pipe(bufferCount(10)));
    expect(states).toEqual(['online']);
    expect(ami.pending).toBe(0);
  });
});
