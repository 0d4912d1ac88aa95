import { isSecretField, REDACTED, redact } from '../../lib/wire/redact.js';
import { parse } from '../support/parse.js';
import { readSent, readTranscript, transcripts } from '../support/transcripts.js';

describe('redact', () => {
  it('covers secrets, in any case and however often, and nothing else', () => {
    expect(
      redact({ Username: 'admin', SECRET: 'a', key: ['a', 'b'], Md5Cred: '', Ping: 'Pong' }),
    ).toEqual({
      Username: 'admin',
      SECRET: REDACTED,
      key: REDACTED,
      Md5Cred: REDACTED,
      Ping: 'Pong',
    });
  });

  it('can tell by the name alone', () => {
    expect([isSecretField('Secret'), isSecretField('Line-000000-000000')]).toEqual([true, false]);
  });

  it('keeps a field called __proto__ a field', () => {
    const fields = JSON.parse('{"__proto__":"x","secret":"y"}') as Record<string, string>;
    expect(Object.entries(redact(fields))).toEqual([
      ['__proto__', 'x'],
      ['secret', REDACTED],
    ]);
  });

  it.each([
    ['Line-000000-000001', 'secret=x', true],
    ['Line-000000-000001', 'vmsecret = x', true],
    ['Line-000000-000001', 'password=x', true],
    ['Line-000000-000001', 'strategy=ringall', false],
    ['JSON', '{"admin":{"secret":"x"}}', true],
    ['JSON', '{"support":{"strategy":"ringall"}}', false],
    ['Value-000000', 'x', true],
    ['Var-000000', 'secret', false],
    ['Value', 'secret', false],
    ['Response', 'deadbeefdeadbeefdeadbeefdeadbeef', true],
    ['Response', 'Success', false],
  ])(
    'tells the secrets of a configuration file, and a digest: %s of %j is %s',
    (name, value, is) => {
      expect(isSecretField(name, value)).toBe(is);
    },
  );

  it('leaves no secret of the recordings to be seen', () => {
    // Of the exchange's configuration: of its manager and its endpoint; and digests of the former.
    const secrets = /s3cret|topsecret|deadbeef|4f51b9b72280037197efbde36631aead/;
    const shown = transcripts.flatMap((name) =>
      [readTranscript(name), readSent(name)].flatMap((bytes) =>
        parse([bytes]).messages.map((message) => JSON.stringify(redact(message.toObject()))),
      ),
    );
    expect(transcripts.some((name) => secrets.test(readSent(name).toString()))).toBe(true);
    expect(transcripts.some((name) => secrets.test(readTranscript(name).toString()))).toBe(true);
    expect(shown.filter((text) => secrets.test(text))).toEqual([]);
  });
});
