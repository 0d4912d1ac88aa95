import { readFileSync } from 'node:fs';
import { ConnectError } from '../../../lib/index.js';
import type { AmiClient } from '../../../lib/index.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { next, untilStatus } from '../support/wait-for.js';

async function failureOf(ami: AmiClient): Promise<ConnectError> {
  const { cause } = await untilStatus(ami, 'closed');
  if (cause instanceof ConnectError) return cause;
  throw new Error('It did not fail to connect', { cause });
}

describe.each(controlledTargets)('TLS to $name', ({ version }) => {
  const lab = useServer(version);
  const authority = () => readFileSync(lab.server.caFile);
  const once = { reconnect: false } as const;

  it.each(['plain', 'md5'] as const)('carries a login by %s', async (auth) => {
    const ami = await lab.online({ url: lab.server.tlsUrl(), tls: { ca: authority() }, auth });
    expect((await next(ami.request('Ping'))).get('Ping')).toBe('Pong');
  });

  it('carries what is large', async () => {
    const ami = await lab.online({ url: lab.server.tlsUrl(), tls: { ca: authority() } });
    const { entries } = await next(ami.collect('ShowDialPlan'));
    expect(entries.length).toBeGreaterThan(80);
  });

  it('is refused without knowing the authority, at once', async () => {
    const ami = lab.connect({ url: lab.server.tlsUrl(), ...once });
    const { phase, message } = await failureOf(ami);
    expect([phase, message]).toEqual(['tls', expect.stringContaining('is not trusted')]);
  });

  it('is refused for another name', async () => {
    const tls = { ca: authority(), servername: 'wrong.example' };
    const ami = lab.connect({ url: lab.server.tlsUrl(), tls, ...once });
    const { phase, message } = await failureOf(ami);
    expect([phase, message]).toEqual(['tls', expect.stringContaining('wrong.example')]);
  });

  it('can be had without any verification', async () => {
    const tls = { rejectUnauthorized: false };
    const ami = await lab.online({ url: lab.server.tlsUrl(), tls });
    await next(ami.request('Ping'));
  });

  it('is not spoken at the plain port, which is found out at once', async () => {
    const url = lab.server.url().replace('tcp:', 'tls:');
    const ami = lab.connect({ url, tls: { ca: authority() }, ...once });
    const { phase, message } = await failureOf(ami);
    expect([phase, message]).toEqual(['tls', expect.stringMatching(/does not speak TLS: .*$/)]);
  });

  it('is needed at its own port, where nobody greets a plain connection', async () => {
    const url = lab.server.tlsUrl().replace('tls:', 'tcp:');
    const ami = lab.connect({ url, connectTimeoutMs: 500, ...once });
    const { phase, message } = await failureOf(ami);
    expect([phase, message]).toEqual(['greeting', expect.stringContaining('no greeting')]);
  });

  it('is tried again like anything else, where the policy says so', async () => {
    const reconnect = { initialDelayMs: 10, jitter: 'none', maxAttempts: 3 } as const;
    const ami = lab.connect({ url: lab.server.tlsUrl(), reconnect });
    const states: string[] = [];
    ami.status$.subscribe(({ state }) => states.push(state));
    expect((await failureOf(ami)).phase).toBe('tls');
    expect(states.filter((state) => state === 'waiting')).toHaveLength(2);
  });
});
