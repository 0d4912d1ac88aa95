import { inspect } from 'node:util';
import { expectTypeOf } from 'expect-type';
import fc from 'fast-check';
import { DEFAULT_PORT, DEFAULT_TLS_PORT, parseAmiUrl } from '../../lib/transport/index.js';
import type { AmiUrl } from '../../lib/transport/index.js';

const tcp = { port: DEFAULT_PORT, tls: false };
const tls = { port: DEFAULT_TLS_PORT, tls: true };

describe('parseAmiUrl', () => {
  it.each<[text: string, url: AmiUrl]>([
    ['localhost', { host: 'localhost', ...tcp }],
    ['localhost:5100', { host: 'localhost', port: 5100, tls: false }],
    ['tcp://pbx.example.com', { host: 'pbx.example.com', ...tcp }],
    ['tcp://pbx.example.com/', { host: 'pbx.example.com', ...tcp }],
    ['tls://pbx.example.com', { host: 'pbx.example.com', ...tls }],
    ['TLS://pbx.example.com:5038', { host: 'pbx.example.com', port: 5038, tls: true }],
    ['192.0.2.1', { host: '192.0.2.1', ...tcp }],
    ['[::1]', { host: '::1', ...tcp }],
    ['tls://[2001:db8::1]:5100', { host: '2001:db8::1', port: 5100, tls: true }],
    ['pbx_1', { host: 'pbx_1', ...tcp }],
    ['bücher.example', { host: 'xn--bcher-kva.example', ...tcp }],
    ['admin@pbx', { host: 'pbx', ...tcp, username: 'admin' }],
    ['admin:@pbx', { host: 'pbx', ...tcp, username: 'admin' }],
    [':s3cret@pbx', { host: 'pbx', ...tcp, secret: 's3cret' }],
    [
      'admin:s3cret@pbx:1',
      { host: 'pbx', port: 1, tls: false, username: 'admin', secret: 's3cret' },
    ],
    ['tls://admin:s3cret@[::1]', { host: '::1', ...tls, username: 'admin', secret: 's3cret' }],
    ['a:s:3@pbx', { host: 'pbx', ...tcp, username: 'a', secret: 's:3' }],
    ['a:s@3@pbx', { host: 'pbx', ...tcp, username: 'a', secret: 's@3' }],
    ['jürgen:é日@pbx', { host: 'pbx', ...tcp, username: 'jürgen', secret: 'é日' }],
    [
      'two%20words:p%40ss%3Aw%2Fo@pbx',
      { host: 'pbx', ...tcp, username: 'two words', secret: 'p@ss:w/o' },
    ],
  ])('reads %j', (text, url) => {
    expect(parseAmiUrl(text)).toEqual(url);
  });

  it('reads any credentials, percent-encoded', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(text, text, (username, secret) => {
        const url = `tls://${encodeURIComponent(username)}:${encodeURIComponent(secret)}@pbx:1`;
        expect(parseAmiUrl(url)).toEqual({ host: 'pbx', port: 1, tls: true, username, secret });
      }),
    );
  });

  it.each<[text: string, why: RegExp]>([
    ['', /expected tcp:/],
    ['tcp://', /expected tcp:/],
    ['admin:s3cret@', /expected tcp:/],
    ['::1', /expected tcp:/],
    ['admin:s3cret@pbx:99999', /expected tcp:/],
    ['admin:s3cret@pbx:ami', /expected tcp:/],
    ['admin:s3cret@two words', /expected tcp:/],
    ['admin:s3cret/x@pbx', /percent-encoded/],
    ['http://admin:s3cret@pbx', /its scheme is http:\/\/ and not tcp:\/\/ or tls:\/\//],
    ['tcp://admin:s3cret@pbx/path', /nothing may follow host and port/],
    ['tcp://admin:s3cret@pbx?x=1', /nothing may follow host and port/],
    ['tcp://admin:s3cret@pbx#x', /nothing may follow host and port/],
    ['admin:5038/s3cret@pbx', /written %2F/],
    ['admin:s3cret%@pbx', /"%" in credentials is written %25/],
    ['admin%zz:s3cret@pbx', /"%" in credentials is written %25/],
  ])('refuses %j, and repeats no secret', (text, why) => {
    const read = (): unknown => parseAmiUrl(text);
    expect(read).toThrow(TypeError);
    expect(read).toThrow(why);
    expect(shown(read)).not.toMatch(/s3cret/);
  });

  it('may leave credentials out, in its type too', () => {
    expect(parseAmiUrl('pbx')).not.toHaveProperty('secret');
    expectTypeOf<AmiUrl>().toHaveProperty('secret').toEqualTypeOf<string | undefined>();
  });
});

/** Everything there is to see of what a function throws, but where. */
function shown(fails: () => unknown): string {
  try {
    return inspect(fails());
  } catch (error) {
    return inspect(error, { showHidden: true, depth: 9 }).replace(/\n\s+at .*/g, '');
  }
}
