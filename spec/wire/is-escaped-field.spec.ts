import { AmiEvent } from '../../lib/index.js';
import { isEscapedField } from '../../lib/wire/is-escaped-field.js';
import { parse } from '../support/parse.js';
import { readTranscript } from '../support/transcripts.js';

const eventsOf = (name: string): AmiEvent[] =>
  parse([readTranscript(name)]).messages.filter((message) => message instanceof AmiEvent);

/** The fields of all events that a test holds for, each as event, field and value as received. */
const linesOf = (events: readonly AmiEvent[], test: RegExp): [AmiEvent, string, string][] =>
  events.flatMap((event) =>
    event.lines.flatMap((line): [AmiEvent, string, string][] => {
      const [, name, value] = /^([^:]*): (.*)$/s.exec(line) ?? [];
      return name !== undefined && value !== undefined && test.test(line)
        ? [[event, name, value]]
        : [];
    }),
  );

// In these, the caller is called O'Neil "q" \new and the channel variable CITY is L'Aquila "1" \new.
describe.each(['a16-escaped-names', 'a22-escaped-names'])('in %s', (name) => {
  const events = eventsOf(name);
  const isMine = (event: AmiEvent): boolean => event.get('UserEvent') === 'Mine';

  it('every name reads as it was given, escaped or raw', () => {
    const names = linesOf(events, /Name: O.*Neil/i).filter(([event]) => !isMine(event));
    const raw = new Set<string>();
    for (const [event, field, value] of names) {
      expect(event.get(field)).toBe(String.raw`O'Neil "q" \new`);
      if (value === event.get(field)) raw.add(event.name);
    }
    expect([...raw].sort()).toEqual(['CEL', 'OriginateResponse', 'QueueEntry']);
    expect(new Set(names.map(([, field]) => field)).size).toBeGreaterThan(8);
  });

  it('every channel variable reads as it was given, escaped or raw', () => {
    const lines = linesOf(events, /ChanVariable.*CITY=L/).filter(([event]) => !isMine(event));
    expect(lines.length).toBeGreaterThan(30);
    for (const [event, field] of lines) {
      const city = event.getVariables(field.replace(/\(.*/, '')).get('CITY');
      expect(city).toBe(String.raw`L'Aquila "1" \new`);
      expect(event.getAll(field)).toEqual([`CITY=${city ?? ''}`]);
    }
  });

  it('a presence reads as it was given, escaped in one event and raw in the other', () => {
    for (const event of ['PresenceStateChange', 'PresenceStatus']) {
      const found = events.filter((one) => one.name === event);
      expect(found).not.toHaveLength(0);
      for (const one of found) {
        expect(one.get('Subtype')).toBe("O'Sub");
        expect(one.get('Message')).toBe(String.raw`O'Neil "\new"`);
      }
    }
  });

  it("a UserEvent's own fields are left alone, unlike those of its channel", () => {
    const mine = events.find(isMine);
    expect(mine?.get('CallerIDName')).toBe(String.raw`O\'Neil`);
    expect(mine?.getVariables().get('CITY')).toBe(String.raw`L\'Aquila`);
    const placed = events.find((event) => event.get('UserEvent') === 'OrderPlaced');
    expect(placed?.get('CallerIDName')).toBe(String.raw`O'Neil "q" \new`);
    expect(placed?.get('Customer')).toBe("O'Neil");
  });
});

describe('in a22-values-escaping', () => {
  const events = eventsOf('a22-values-escaping');

  it('the value of a VarSet is escaped, the variables of a Status are not', () => {
    const set = events.find((event) => event.get('Variable') === 'V2');
    expect(set?.get('Value')).toBe('lat\uFFFD "q" \\ \ttab');
    const status = events.find((event) => event.name === 'Status');
    expect(status?.getVariables('Variable').get('V2')).toBe('lat\uFFFD "q" \\ \ttab');
    expect(status?.get('EffectiveConnectedLineName')).toBe('café "q" <x>');
    expect(status?.get('ConnectedLineName')).toBe('café "q" <x>');
  });
});

describe('in a16-newline-injection', () => {
  const events = eventsOf('a16-newline-injection');

  it('line ends come back in names and in the value of a VarSet, and make no field', () => {
    const named = events.filter((event) => event.get('CallerIDName')?.includes('Evil'));
    expect(named.length).toBeGreaterThan(5);
    for (const event of named) {
      expect(event.get('CallerIDName')).toBe('Evil\r\nX-Inj: yes');
      expect(event.get('X-Inj')).not.toBe('yes');
    }
    const set = events.find((event) => event.get('Variable') === 'NLVAR');
    expect(set?.get('Value')).toBe('l1\r\nX-Inj: v');
  });

  it('they make fields out of what the server does not escape', () => {
    const has = (event: string, field: string): boolean =>
      events.some((one) => one.name === event && one.has(field));
    expect(has('UserEvent', 'X-InjUE')).toBe(true);
    expect(has('Newexten', 'X-InjUE')).toBe(true);
    expect(has('NewCallerid', 'X-InjNum')).toBe(true);
    expect(has('NewAccountCode', 'X-InjAcct')).toBe(true);
  });
});

describe('isEscapedField', () => {
  it.each<[event: string, field: string, is: boolean]>([
    ['Newchannel', 'calleridNAME', true],
    ['DialBegin', 'DestConnectedLineName', true],
    ['Newchannel', 'CallerIDNum', false],
    ['Newexten', 'AppData', false],
    ['Hangup', 'Value', false],
    ['Hangup', 'Message', false],
    ['Status', 'Variable', false],
    ['Status', 'EffectiveConnectedLineName', false],
    ['QueueMemberAdded', 'MemberName', false],
    ['LocalBridge', 'LocalOneChanVariable', true],
    ['OriginateResponse', 'ChanVariable(Local/1;1)', false],
  ])('of %s %s is %s', (event, field, is) => {
    expect(isEscapedField(event, field)).toBe(is);
  });
});
