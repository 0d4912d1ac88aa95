import { decodeEvent, findEvent } from '../../lib/catalogue/index.js';
import { AmiEvent } from '../../lib/wire/index.js';
import { parse } from '../support/parse.js';
import { readTranscript, transcripts } from '../support/transcripts.js';

const events = transcripts.flatMap((name) =>
  parse([readTranscript(name)]).messages.filter((message) => message instanceof AmiEvent),
);

/** Every field that comes but is in no schema; `docs/catalogue.md` has the reasons. */
const unknown =
  /^(?:X-Inj(?:Num|Acct|UE)?|Order|Customer|Key[12]|N|Pad|Head|Empty|Colon|Latin1|Tab|NoSpace|Dup)$/;

describe('The events of the recordings', () => {
  it('are many, and all of them in the catalogue', () => {
    expect(events.length).toBeGreaterThan(2500);
    const names = new Set(events.map(({ name }) => name.split(',')[0] ?? ''));
    expect([...names].filter((name) => findEvent(name) === undefined)).toEqual([]);
    expect(names.size).toBeGreaterThan(140);
  });

  it('fit their schemas, and have no field that is not known of them', () => {
    const misfits: string[] = [];
    const strangers = new Set<string>();
    for (const event of events) {
      const schema = findEvent(event.name);
      if (schema === undefined) continue;
      const decoded = decodeEvent(schema, event, (describe) => {
        misfits.push(`${event.name}: ${describe().join(', ')}`);
      });
      for (const field of Object.keys(decoded)) {
        if (!(field in schema.shape) && !unknown.test(field))
          strangers.add(`${event.name}.${field}`);
      }
      expect(decoded['message']).toBe(event);
    }
    expect(misfits).toEqual([]);
    expect([...strangers]).toEqual([]);
  });

  it('lose nothing that says something: what is decoded has every field of the message', () => {
    for (const event of events) {
      const schema = findEvent(event.name);
      if (schema === undefined) continue;
      const decoded: Record<string, unknown> = decodeEvent(schema, event, () => undefined);
      const lost = event.fields.filter(
        ([name, value]) => isSaid(value) && !name.includes('ChanVariable') && !(name in decoded),
      );
      expect(lost).toEqual([]);
    }
  });
});

function isSaid(value: string): boolean {
  return !['', '<unknown>', '<none>', '(null)', 'N/A'].includes(value);
}
