import { inspect } from 'node:util';
import { AuthenticationError, ConnectError } from '../../../lib/index.js';
import type { AmiClient, Status } from '../../../lib/index.js';
import { managerUsers } from '../support/config/manager-users.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { all, errorOf, next, untilStatus } from '../support/wait-for.js';

function statesOf(ami: AmiClient): Promise<Status[]> {
  return all(ami.status$);
}

describe.each(controlledTargets)('A refused login to $name', ({ version }) => {
  const lab = useServer(version);
  const eager = { initialDelayMs: 10, jitter: 'none' } as const;

  const cases: Record<string, { username?: string; secret?: string; auth?: 'plain' }> = {
    'a wrong secret, by md5': { secret: 'wrong' },
    'a wrong secret, in plain text': { secret: 'wrong', auth: 'plain' },
    'an unknown user': { username: 'nobody' },
    'an address that is not on the list': { username: 'acl', secret: managerUsers.acl.secret },
  };

  it.each(Object.entries(cases))('is final for %s', async (_, credentials) => {
    const ami = lab.connect({ reconnect: eager, ...credentials });
    const held = errorOf(ami.request('Ping'), AuthenticationError);
    const events = errorOf(ami.events$, AuthenticationError);
    const states = await statesOf(ami);
    expect(states.map(({ state }) => state)).toEqual(['connecting', 'authenticating', 'closed']);
    const cause = await events;
    expect(states.at(-1)).toEqual({ state: 'closed', cause });
    expect(cause.message).toBe('The server refused the login: Authentication failed');
    expect([cause.outcome, await held]).toEqual(['not-sent', cause]);
    expect(inspect([states, cause], { depth: 9 })).not.toContain(credentials.secret ?? 's3cret');
  });

  it('of a user who may have one session is tried again until the first has ended', async () => {
    const url = lab.server.url('single');
    const first = await lab.online({ url });
    const second = lab.connect({ url, reconnect: eager });
    const { cause } = await untilStatus(second, 'waiting');
    expect(cause).toBeInstanceOf(ConnectError);
    expect(cause).toHaveProperty('phase', 'login');
    expect(cause.message).toBe('The server takes no login now: Login Already In Use');
    await all(first.end());
    await untilStatus(second, 'online');
    expect((await next(second.request('Ping'))).get('Ping')).toBe('Pong');
  });

  it('of that user is final where the client shall be for one session', async () => {
    const url = lab.server.url('single');
    await lab.online({ url });
    const { cause } = await untilStatus(lab.connect({ url, reconnect: false }), 'closed');
    expect(cause).toBeInstanceOf(ConnectError);
  });
});
