import fc from 'fast-check';
import { unescapeC } from '../../lib/wire/unescape-c.js';

// Asterisk's own table: `escape_sequences` in main/utils.c.
const sequences = '\x07\b\f\n\r\t\v\\\'"?';
const letters = 'abfnrtv\\\'"?';

/** What `ast_escape_c` does. */
const escapeC = (text: string): string =>
  Array.from(text, (character) => {
    const at = sequences.indexOf(character);
    return at < 0 ? character : `\\${letters.charAt(at)}`;
  }).join('');

describe('unescapeC', () => {
  it.each([
    [String.raw`O\'Neil`, "O'Neil"],
    [String.raw`Evil\r\nX-Inj: yes`, 'Evil\r\nX-Inj: yes'],
    [String.raw`\\new`, String.raw`\new`],
    [String.raw`\\\new`, '\\\new'],
    [String.raw`\z \0 \x41`, String.raw`\z \0 \x41`],
    ['ends with \\', 'ends with \\'],
    ['', ''],
  ])('makes %j of it: %j', (escaped, text) => {
    expect(unescapeC(escaped)).toBe(text);
  });

  it('takes back whatever the server escaped', () => {
    const unit = fc.oneof(
      fc.constantFrom(...Array.from(sequences + letters)),
      fc.string({ maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(unescapeC(escapeC(text))).toBe(text);
      }),
    );
  });
});
