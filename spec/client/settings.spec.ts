import type { SessionOptions } from '../../lib/index.js';
import { connect } from '../../lib/index.js';
import { resolveSettings } from '../../lib/client/settings.js';

describe('settings', () => {
  it.each<[string, object]>([
    ['admin:secret@pbx', { address: { host: 'pbx', port: 5038, tls: false } }],
    ['tcp://admin:secret@pbx:5555', { address: { host: 'pbx', port: 5555, tls: false } }],
    ['tls://admin:secret@pbx', { address: { host: 'pbx', port: 5039, tls: true } }],
    ['tls://pbx', { address: { host: 'pbx', port: 5039, tls: true }, credentials: undefined }],
    [
      'tcp://al%3Aice:p%40ss%2F%25@[::1]',
      {
        address: { host: '::1', port: 5038, tls: false },
        credentials: { username: 'al:ice', secret: 'p@ss/%', auth: 'md5' },
      },
    ],
  ])('come from the URL %s', (url, expected) => {
    expect(resolveSettings(url)).toMatchObject(expected);
  });

  it('come from options alone', () => {
    expect(resolveSettings({})).toMatchObject({
      address: { host: 'localhost', port: 5038, tls: false },
      credentials: undefined,
      encoding: 'utf8',
      actionTimeoutMs: 30_000,
      keepAlive: { silenceMs: 15_000, deadlineMs: 10_000 },
    });
    expect(resolveSettings({ tls: {} }).address).toMatchObject({ port: 5039, tls: true });
    expect(resolveSettings({ tls: { servername: 'x' }, port: 1 }).address.port).toBe(1);
  });

  it('take undefined for nothing said, and for ever for twelve days', () => {
    const settings = resolveSettings({
      keepAlive: { silenceMs: undefined },
      limits: { maxLineLength: undefined },
      actionTimeoutMs: Number.POSITIVE_INFINITY,
    } as never);
    expect(settings.keepAlive).toMatchObject({ silenceMs: 15_000 });
    expect(settings.limits.maxLineLength).toBe(2 ** 20);
    expect(settings.actionTimeoutMs).toBe(2 ** 30);
  });

  it('let options win over the target', () => {
    const settings = resolveSettings('tls://admin:secret@pbx', { port: 1, secret: 'other' });
    expect(settings.address.port).toBe(1);
    expect(settings.credentials).toEqual({ username: 'admin', secret: 'other', auth: 'plain' });
    expect(resolveSettings('tls://pbx', { tls: false }).address).toEqual({
      host: 'pbx',
      port: 5039,
      tls: false,
    });
  });

  it('keep TLS when options of TLS are added to a TLS URL', () => {
    expect(resolveSettings('tls://pbx', { tls: { ca: 'x' } }).address.tls).toBe(true);
  });

  it.each<[string | SessionOptions, RegExp]>([
    ['http://admin:geh3im@pbx', /scheme/],
    ['tcp://admin:geh3im%zz@pbx', /%25/],
    ['tcp://admin:geh3/im@pbx', /AMI URL/],
    ['', /AMI URL/],
    [{ username: 'admin' }, /username without a secret/],
    [{ secret: 'geh3im' }, /secret without a username/],
    [{ events: 'calls' as never }, /Not an event class: calls/],
    [{ actionTimeoutMs: -1 }, /actionTimeoutMs/],
    [{ connectTimeoutMs: Number.NaN }, /connectTimeoutMs/],
    [{ keepAlive: { silenceMs: Number.NaN } }, /keepAlive.silenceMs/],
    [{ encoding: 'utf-8' as never }, /encoding must be one of utf8, latin1/],
    [{ username: 'a', secret: 'geh3im', auth: 'MD5' as never }, /auth must be one of md5, plain/],
    [{ reconnect: { initialDelayMs: Number.NaN } } as SessionOptions, /reconnect.initialDelayMs/],
    [{ reconnect: { factor: 0 } } as SessionOptions, /reconnect.factor/],
  ])('are refused for %j, without a word of the secret', (target, message) => {
    let error: unknown;
    try {
      connect(target);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toMatch(message);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('geh3');
  });
});
