import { managerUsers } from '../support/config/manager-users.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { next } from '../support/wait-for.js';

const cases = (['punctuated', 'nonAscii'] as const).flatMap((user) =>
  (['md5', 'plain'] as const).map((auth) => ({ user, auth })),
);

describe.each(controlledTargets)('Credentials of $name', ({ version }) => {
  const lab = useServer(version);

  it.each(cases)('may be $user, in a URL, by $auth', async ({ user, auth }) => {
    const ami = await lab.online({ url: lab.server.url(user), auth });
    expect((await next(ami.request('Ping'))).get('Ping')).toBe('Pong');
  });

  it.each(cases)('may be $user, in options, by $auth', async ({ user, auth }) => {
    const { name: username, secret } = managerUsers[user];
    const { host, port } = lab.server;
    const ami = await lab.online({ url: `${host}:${port}`, username, secret, auth });
    const connected = await next(ami.request('Command', { Command: 'manager show connected' }));
    expect(connected.output).toContain(username);
  });

  it('may have a name in other letters than configured, if they are ASCII', async () => {
    const ami = await lab.online({ username: 'ADMIN' });
    await next(ami.request('Ping'));
  });
});
