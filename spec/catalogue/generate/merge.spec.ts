import { actionFiles, eventFiles } from '../../../lib/catalogue/generate/catalogue-files.js';
import { cataloguePage } from '../../../lib/catalogue/generate/catalogue-page.js';
import type { Seen } from '../../../lib/catalogue/generate/evidence.js';
import { mergeActions } from '../../../lib/catalogue/generate/merge-actions.js';
import { mergeEvents } from '../../../lib/catalogue/generate/merge-events.js';
import type { Sources } from '../../../lib/catalogue/generate/merge-events.js';
import { unknownFields } from '../../../lib/catalogue/generate/unknown-fields.js';
import { action, documentation, event } from './documentation.js';

const nothing = {
  evidence: new Map<string, Seen>(),
  handWritten: {},
  extraFields: {},
  wireNames: {},
  undocumentedIn16: [],
  mayLack: [],
};

function seen(count: number, fields: Record<string, number>, flags: string[] = []): Seen {
  return {
    count,
    versions: new Set(['22']),
    fields: new Map(Object.entries(fields)),
    flags: new Set(flags),
  };
}

function merged(entries: string, more: Partial<Sources> = {}) {
  return mergeEvents({ ...nothing, docs: new Map([['22', documentation(entries)]]), ...more });
}

const whole = { Channel: 3, ChannelState: 3, Uniqueid: 3, Linkedid: 3 };

describe('The events of the catalogue', () => {
  it('are those of all versions, with the fields of all versions', () => {
    const docs = new Map([
      ['16', documentation(event('Both', '<parameter name="Old"/>') + event('Only16', ''))],
      [
        '22',
        documentation(
          event('Both', '<parameter name="New"/><channel_snapshot/>', 'module="app_queue"'),
        ),
      ],
    ]);
    const [both, only] = mergeEvents({ ...nothing, docs });
    expect(both).toMatchObject({
      name: 'Both',
      family: 'queue',
      versions: '16, 22',
      classes: ['call'],
    });
    expect(both?.fields.map(({ name }) => name)).toEqual(['Old', 'New']);
    expect(both?.blocks).toEqual([{ macro: 'channel', prefix: '', isAlways: true }]);
    expect(only).toMatchObject({ name: 'Only16', versions: '16', isDocumented: true });
  });

  it('have the names that they have on the wire, and what is added to them by hand', () => {
    const [one] = merged(event('NewExten', '<parameter name="Extension"/>'), {
      wireNames: { NewExten: 'Newexten' },
      extraFields: { Newexten: 'Tag=name' },
    });
    expect(one?.name).toBe('Newexten');
    expect(one?.fields).toEqual([
      { name: 'Extension', kind: 'text' },
      { name: 'Tag', kind: 'name' },
    ]);
  });

  it('have kinds by name, by documented words, and by what was recorded', () => {
    const syntax = `<parameter name="Position"/><parameter name="Queue"/><parameter name="Text"/>
      <parameter name="Asked"><enumlist><enum name="Yes"/><enum name="No"/></enumlist></parameter>
      <parameter name="Why"><enumlist><enum name="agent"/><enum name="caller"/></enumlist></parameter>
      <parameter name="Code"><enumlist><enum name="1"/><enum name="2"/></enumlist></parameter>
      <parameter name="Option"/>`;
    const fields = { Position: 3, Queue: 3, Asked: 2, Option: 3 };
    const evidence = new Map([['One', seen(3, fields, ['Option'])]]);
    expect(merged(event('One', syntax), { evidence })[0]?.fields).toEqual([
      { name: 'Position', kind: 'number' },
      { name: 'Queue', kind: 'name' },
      { name: 'Text', kind: 'text' },
      { name: 'Asked', kind: 'flag?' },
      { name: 'Why', kind: ['agent', 'caller'] },
      { name: 'Code', kind: 'text' },
      { name: 'Option', kind: 'flag?' },
    ]);
  });

  it('require without a recording only what names them', () => {
    const syntax = `<parameter name="Position"/><parameter name="Queue"/>
      <parameter name="Interface" required="false"/>`;
    expect(merged(event('One', syntax))[0]?.fields).toEqual([
      { name: 'Position', kind: 'number?' },
      { name: 'Queue', kind: 'name' },
      { name: 'Interface', kind: 'text' },
    ]);
  });

  it.each([
    ['its own channel always', '', seen(3, whole), [], true],
    ['its own channel sometimes', '', seen(4, whole), [], false],
    [
      'another channel always',
      'Dest',
      seen(3, { DestChannel: 3, DestChannelState: 3, DestUniqueid: 3, DestLinkedid: 3 }),
      [],
      true,
    ],
    ['its own channel, unrecorded', '', undefined, [], true],
    ['another channel, unrecorded', 'Dest', undefined, [], false],
    ['a channel that no recording lacks', '', seen(3, whole), ['One.Channel'], false],
    ['a channel that it may lack', '', undefined, ['One.Channel'], false],
  ])('have %s', (_name, prefix, evidence, mayLack, isAlways) => {
    const syntax = `<channel_snapshot ${prefix === '' ? '' : `prefix="${prefix}"`}/>`;
    const [one] = merged(event('One', syntax), {
      mayLack,
      evidence: new Map(evidence === undefined ? [] : [['One', evidence]]),
    });
    expect(one?.blocks).toEqual([{ macro: 'channel', prefix, isAlways }]);
  });

  it('are also those written by hand, unless they are documented', () => {
    const handWritten = {
      Entry: {
        family: 'queue',
        versions: '16, 22',
        fields: '@channel @channel:Dest Queue Wait=number Event',
      },
      One: { family: 'queue', versions: 'never', fields: 'Other' },
    };
    const events = merged(event('One', ''), { handWritten });
    expect(events.map(({ name, isDocumented }) => [name, isDocumented])).toEqual([
      ['Entry', false],
      ['One', true],
    ]);
    expect(events[0]).toMatchObject({
      classes: [],
      blocks: [
        { prefix: '', isAlways: true },
        { prefix: 'Dest', isAlways: false },
      ],
      fields: [
        { name: 'Queue', kind: 'text' },
        { name: 'Wait', kind: 'number?' },
      ],
    });
  });

  it('are written as code', () => {
    const events = merged(
      event('AOC-D', '<channel_snapshot/><parameter name="Cause-txt"/>') +
        event('Two', '<channel_snapshot prefix="Dest"/>'),
    );
    const files = eventFiles(events);
    expect(files['aoc']).toContain("import { channel } from '../schema/snapshots.js';");
    expect(files['aoc']).toContain(
      "export const AOC_D = event('AOC-D', () => ({\n...channel,\n'Cause-txt': 'text'\n}));",
    );
    expect(files['aoc']).toContain('export interface AOC_D extends EventOf<typeof AOC_D> {}');
    expect(files['system']).toContain("...optional(prefixed('Dest', channel))");
    expect(files['event-by-name']).toContain("'AOC-D': AOC_D;");
    expect(files['index']?.split('\n')).toEqual([
      "export { eventsByName } from './event-by-name.js';",
      "export * from './aoc.js';",
      "export * from './system.js';",
    ]);
  });
});

describe('The actions of the catalogue', () => {
  const sources = { handWritten: {}, responseFields: {}, lists: new Set<string>(), required: {} };

  it('are those of all versions; what one can do without is not required', () => {
    const docs = new Map([
      [
        '16',
        documentation(
          action(
            'QueueAdd',
            '<parameter name="Queue" required="true"/><parameter name="Paused" required="true"/>',
          ),
        ),
      ],
      [
        '22',
        documentation(
          action(
            'QueueAdd',
            '<parameter name="ActionID"/><parameter name="Queue" required="true"/><parameter name="Paused"/>',
            'module="app_queue"',
          ),
        ),
      ],
    ]);
    expect(mergeActions({ ...sources, docs })).toEqual([
      {
        name: 'QueueAdd',
        family: 'queue',
        versions: '16, 22',
        isDocumented: true,
        parameters: [
          { name: 'Queue', kind: 'text', isRequired: true },
          { name: 'Paused', kind: 'flag', isRequired: false },
        ],
        response: [],
      },
    ]);
  });

  it('have kinds, corrections, and the fields of their response', () => {
    const syntax = `<parameter name="options"/><parameter name="Header1"/>
      <parameter name="State"><enumlist><enum name="in"/><enum name="out"/></enumlist></parameter>
      <parameter name="Asked"><enumlist><enum name="no"/><enum name="yes"/></enumlist></parameter>`;
    const [one] = mergeActions({
      ...sources,
      docs: new Map([['22', documentation(action('MixMonitor', syntax))]]),
      responseFields: { MixMonitor: 'MixMonitorID Count=number' },
      lists: new Set(['MixMonitor']),
      required: { 'MixMonitor.State': true },
    });
    expect(one?.parameters).toEqual([
      { name: 'Options', kind: 'text', isRequired: false },
      { name: 'State', kind: ['in', 'out'], isRequired: true },
      { name: 'Asked', kind: 'flag', isRequired: false },
    ]);
    expect(one?.response).toEqual([
      { name: 'MixMonitorID', kind: 'text' },
      { name: 'Count', kind: 'number' },
      { name: 'EventList', kind: 'text' },
    ]);
  });

  it('are also those written by hand, and are written as code', () => {
    const handWritten = {
      ZapHangup: { family: 'dahdi', versions: '1.4', parameters: 'ZapChannel! Soft' },
    };
    const actions = mergeActions({
      ...sources,
      docs: new Map([['22', documentation('')]]),
      handWritten,
    });
    const files = actionFiles(actions);
    expect(files['dahdi']).toContain(
      "export const ZapHangup = action('ZapHangup', { ZapChannel: 'text' }, { Soft: 'flag' });",
    );
    expect(files['action-by-name']).toContain('ZapHangup: typeof ZapHangup;');
    expect(files).not.toHaveProperty('index');
  });
});

describe('The page of the catalogue', () => {
  const events = merged(
    event('UserEvent', '<channel_snapshot/>') + event('One', '<parameter name="Why"/>'),
  );

  it('tells what there is, and how much of what is documented', () => {
    const page = cataloguePage({
      coverage: [{ version: '22.10.1', events: [1, 2], actions: [3, 3] }],
      recorded: 1,
      events,
      actions: [],
      unknown: [{ field: 'X', events: ['One'], reason: 'a | b' }],
    });
    expect(page).toContain('| documented by Asterisk 22.10.1 | 1 of 2 (50 %) | 3 of 3 (100 %) |');
    expect(page).toContain('| `One` | call | 22 | yes | `Why` |');
    expect(page).toContain('| `UserEvent` | call | 22 | yes | `@channel` |');
    expect(page).toContain(String.raw`| \`X\` | \`One\` | a \| b |`.replaceAll('\\`', '`'));
  });

  it('lists the fields of recordings that are in no table, each with its reason', () => {
    const macros = documentation('').macros;
    const evidence = (event: string, field: string) =>
      new Map([[event, seen(1, { [field]: 1, Channel: 1, Why: 1, ChanVariable: 1 })]]);
    expect(unknownFields(events, evidence('UserEvent', 'Order'), macros)).toMatchObject([
      { field: 'Order', events: ['UserEvent'] },
      { field: 'Why', events: ['UserEvent'] },
    ]);
    expect(() => unknownFields(events, evidence('One', 'Strange'), macros)).toThrow('of no kind');
  });
});
