import { inspect } from 'node:util';
import { expectTypeOf } from 'expect-type';
import { Action, createAction } from '../../lib/index.js';
import type { ActionFields } from '../../lib/index.js';

describe('Action', () => {
  it('is written with Action and ActionID first, whatever the order of its fields', () => {
    const action = createAction('QueueAdd', { Queue: 'support', Interface: 'PJSIP/alice' });
    const rest = 'Queue: support\r\nInterface: PJSIP/alice\r\n\r\n';
    expect(action.serialize('7')).toBe(`Action: QueueAdd\r\nActionID: 7\r\n${rest}`);
    expect(action.serialize()).toBe(`Action: QueueAdd\r\n${rest}`);
    expect(createAction('Ping').serialize('x')).toBe('Action: Ping\r\nActionID: x\r\n\r\n');
  });

  it('keeps an ActionID of its own, in whatever case it was given', () => {
    const action = createAction('Ping', { A: 1, actionid: 'mine' });
    expect(action.actionId).toBe('mine');
    expect(action.serialize('other')).toBe('Action: Ping\r\nActionID: mine\r\nA: 1\r\n\r\n');
    expect(createAction('Ping').actionId).toBeUndefined();
  });

  it('can be read: the first value or all, in any case', () => {
    const action = createAction('Originate', { Variable: ['a=1', 'b=2'], Async: true });
    expect(action.name).toBe('Originate');
    expect(action.get('variable')).toBe('a=1');
    expect(action.getAll('VARIABLE')).toEqual(['a=1', 'b=2']);
    expect(action.get('none')).toBeUndefined();
    expect(action.getAll('none')).toEqual([]);
    expect(action.fields).toEqual([
      ['Variable', 'a=1'],
      ['Variable', 'b=2'],
      ['Async', 'true'],
    ]);
  });

  it('can be written any number of times, and does not change with what it was made of', () => {
    const given = { Variable: ['a=1'] };
    const action = new Action('Originate', given);
    given.Variable.push('b=2');
    expect(action.serialize('1')).toBe(action.serialize('1'));
    expect(action.serialize('2')).not.toContain('b=2');
  });

  describe('shown to people', () => {
    const action = createAction('Login', {
      Username: 'admin',
      Secret: 'hunter2',
      Key: 'hunter3',
      'Line-000000-000000': 'secret=hunter4',
      'Value-000000': 'hunter5',
    });
    const ways: [string, (value: unknown) => string][] = [
      ['inspect', inspect],
      ['inspect with everything', (value) => inspect({ value }, { depth: 9, showHidden: true })],
      ['String', String],
      ['JSON', JSON.stringify],
    ];

    it.each(ways)('has its secrets covered: %s', (_, show) => {
      expect(show(action)).toContain('[redacted]');
      expect(show(action)).toContain('admin');
      expect(show(action)).not.toContain('hunter');
    });

    it('is the name and the fields', () => {
      const ping = createAction('Ping', { A: [1, 2] });
      expect(ping.toString()).toBe('Action: Ping\nA: 1\nA: 2');
      expect(JSON.parse(JSON.stringify(ping))).toEqual({
        name: 'Ping',
        fields: [
          ['A', '1'],
          ['A', '2'],
        ],
      });
      expect(inspect(ping)).toBe("Action Ping [ [ 'A', '1' ], [ 'A', '2' ] ]");
    });

    it('is whole on the wire', () => {
      expect(action.serialize()).toContain('Secret: hunter2\r\n');
    });
  });

  it('takes fields of these types, and no others', () => {
    expectTypeOf<{ A: string; B: number[]; C: undefined }>().toExtend<ActionFields>();
    expectTypeOf<{ Variable: { A: 1; B: null } }>().toExtend<ActionFields>();
    expectTypeOf<['A', 'x'][]>().toExtend<ActionFields>();
    expectTypeOf<{ A: Date }>().not.toExtend<ActionFields>();
    expectTypeOf<{ A: string[][] }>().not.toExtend<ActionFields>();
    expectTypeOf<['A', string[]][]>().not.toExtend<ActionFields>();
    expectTypeOf(createAction).parameter(1).toEqualTypeOf<ActionFields | undefined>();
    expectTypeOf<Action['fields']>().toEqualTypeOf<
      readonly (readonly [name: string, value: string])[]
    >();
  });
});
