import { lastValueFrom, map, mergeMap } from 'rxjs';
import { ActionError, openSession, parseAmiUrl, parseGreeting } from '../../lib/index.js';
import { anonymousUrl } from './support/anonymous-url.js';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { errorOf, next, untilStatus } from './support/wait-for.js';

describe.each(targets())('Logging in to $name', (target) => {
  const lab = useTarget(target);

  it.each(['md5', 'plain'] as const)('works by %s', async (auth) => {
    const ami = await lab.online({ auth });
    const response = await next(ami.request('Ping'));
    expect(response.get('Ping')).toBe('Pong');
  });

  it('passes connecting and authenticating, and tells the version of the greeting', async () => {
    const ami = lab.connect();
    const states: string[] = [];
    ami.status$.subscribe(({ state }) => states.push(state));
    const greeting = next(ami.lines$);
    const online = await untilStatus(ami, 'online');
    expect(states).toEqual(['connecting', 'authenticating', 'online']);
    expect(parseGreeting(await greeting)).toEqual({
      line: `Asterisk Call Manager/${online.version}`,
      version: online.version,
    });
  });

  it('is online only when the server is fully booted', async () => {
    const ami = lab.connect();
    const events: string[] = [];
    ami.events$.subscribe(({ name }) => events.push(name));
    await untilStatus(ami, 'online');
    expect(events).toContain('FullyBooted');
  });

  it('is not needed to connect: a Login action does it later', async () => {
    const { username: Username = '', secret: Secret } = parseAmiUrl(lab.url);
    const ami = await lab.online({ url: anonymousUrl(lab.url) });
    const refusal = await errorOf(ami.request('Ping'), ActionError);
    expect(refusal.response.get('Message')).toBe('Permission denied');
    const booted = next(ami.event('FullyBooted'));
    const response = await next(ami.request('Login', { Username, Secret }));
    expect(response.message).toBe('Authentication accepted');
    await booted;
    await next(ami.request('Ping'));
  });

  it('is granted no second time, which is no error', async () => {
    const { username: Username = '', secret: Secret } = parseAmiUrl(lab.url);
    const ami = await lab.online();
    const response = await next(ami.request('Login', { Username, Secret }));
    expect(response.message).toBe('Already authenticated');
  });

  it('can be for one session only, which ends by itself', async () => {
    const pong$ = openSession(lab.url).pipe(
      mergeMap((session) =>
        session.request('Ping').pipe(mergeMap((pong) => session.end().pipe(map(() => pong)))),
      ),
    );
    expect((await lastValueFrom(pong$)).get('Ping')).toBe('Pong');
  });
});
