import { expectTypeOf } from 'expect-type';
import { AmiEvent } from '../../lib/index.js';
import type { Message } from '../../lib/index.js';
import { everyCut } from '../support/every-cut.js';
import { parse, parseEvent } from '../support/parse.js';
import { excerpt, readTranscript } from '../support/transcripts.js';

describe('AmiEvent', () => {
  it('has a name, in the spelling of the server', () => {
    const nameOf = (line: string): string => parseEvent(`${line}\n\n`).name;
    expect(nameOf('Event: Hangup')).toBe('Hangup');
    expect(nameOf('EVENT:VarSet')).toBe('VarSet');
    expect(nameOf('Event: DataGet Tree')).toBe('DataGet Tree');
    expect(nameOf('Event:')).toBe('');
    expect(new AmiEvent([]).name).toBe('');
    expectTypeOf<AmiEvent>().toExtend<Message>();
  });

  const forged = excerpt('a22-values-escaping', 'UserEvent: Bar');
  everyCut('keeps the name that came first', forged, ({ messages: [event] }) => {
    expect(event).toMatchObject({ name: 'UserEvent', actionId: 'ue2' });
    expect(event?.getAll('Event')).toEqual(['UserEvent', 'Evil']);
  });

  const done = excerpt('a16-originate-variants', 'Event: OriginateResponse');
  everyCut('has a Response that is no response', done, ({ messages: [event] }) => {
    expect(event).toMatchObject({ name: 'OriginateResponse', actionId: 's3' });
    expect(event?.get('Response')).toBe('Failure');
  });

  it('reads fields unescaped by whatever way, and has its lines as they came', () => {
    const [name, variable] = [String.raw`O\'Neil \\new`, String.raw`CITY=L\'Aquila`];
    const lines = [
      'Event: Newchannel',
      `CallerIDName: ${name}`,
      `ChanVariable: ${variable}`,
      `AccountCode: ${name}`,
    ];
    const event = new AmiEvent(lines);
    const text = String.raw`O'Neil \new`;
    expect(event.get('calleridname')).toBe(text);
    expect(event.getAll('CallerIDName')).toEqual([text]);
    expect(event.fields[1]).toEqual(['CallerIDName', text]);
    expect(event.toObject()).toMatchObject({ CallerIDName: text, AccountCode: name });
    expect(event.getVariables()).toEqual(new Map([['CITY', "L'Aquila"]]));
    expect(event.getAll('ChanVariable')).toEqual(["CITY=L'Aquila"]);
    expect(event.toString()).toContain(`CallerIDName: ${name}\r\n`);
    expect(event.lines).toEqual(lines);
  });

  it('leaves a field of a UserEvent alone where the same name stands on either side', () => {
    const name = String.raw`CallerIDName: O\'Neil`;
    const event = new AmiEvent(['Event: UserEvent', name, 'UserEvent: Mine', name]);
    const read = ["O'Neil", String.raw`O\'Neil`];
    expect(event.getAll('CallerIDName')).toEqual(read);
    expect(event.toObject()['CallerIDName']).toEqual(read);
    expect(event.fields.filter(([field]) => field === 'CallerIDName').map(([, v]) => v)).toEqual(
      read,
    );
  });

  it('has Timestamp where the server adds it', () => {
    const { messages } = parse([readTranscript('a16-chanvars-timestamps')]);
    const events = messages.filter((message) => message instanceof AmiEvent);
    const stamped = events.filter((event) => /^Timestamp: \d+\.\d{6}$/.test(event.lines[2] ?? ''));
    expect(stamped.length).toBeGreaterThan(50);
    // The entries of lists have none.
    expect(events.filter((event) => event.has('Timestamp')).length).toBe(stamped.length);
    expect(stamped.some((event) => event.name.startsWith('CoreShowChannel'))).toBe(false);
  });
});
