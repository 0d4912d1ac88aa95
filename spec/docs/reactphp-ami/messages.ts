import { lastValueFrom } from 'rxjs';
import { AmiEvent, createAction, InvalidActionError, Response } from '../../../lib/index.js';
import type { Bench, Row } from './row.js';

const event = new AmiEvent([
  'Event: Hangup',
  'ActionID: a1',
  'Field: first',
  'field: second',
  'ChanVariable: A=1',
  'ChanVariable(Local/1-0;1): B=2=3',
]);

const collectionOf = async (bench: Bench) => {
  const ami = await bench.client({
    QueueSummary: (request) => {
      request.list(
        'A list will follow',
        [['QueueSummary', { Queue: 'support' }]],
        'QueueSummaryComplete',
      );
    },
  });
  return lastValueFrom(ami.collect('QueueSummary'));
};

export const messageRows: Record<string, Row> = {
  '$message->getFieldValue($key)': () => {
    expect(event.get('FIELD')).toBe('first');
    expect(event.get('None')).toBeUndefined();
  },
  '$message->getFieldValues($key)': () => {
    expect(event.getAll('Field')).toEqual(['first', 'second']);
    expect(event.getAll('None')).toEqual([]);
  },
  '$message->getFieldVariables($key)': () => {
    expect([...event.getVariables('ChanVariable')]).toEqual([
      ['A', '1'],
      ['B', '2=3'],
    ]);
  },
  '$message->getFields()': () => {
    expect(event.toObject()).toMatchObject({ Event: 'Hangup', Field: 'first', field: 'second' });
    expect(event.fields[3]).toEqual(['field', 'second']);
  },
  '$message->getActionId()': () => {
    expect(event.actionId).toBe('a1');
  },
  '$response->getCommandOutput()': () => {
    expect(new Response(['Response: Success', 'Output: a', 'Output: b']).output).toBe('a\nb');
    expect(new Response(['Response: Follows'], ['a', '', 'b', '--END COMMAND--']).output).toBe(
      'a\n\nb',
    );
    expect(new Response(['Response: Success']).output).toBeUndefined();
  },
  '$collection->getFieldValue($key)': async (bench) => {
    expect((await collectionOf(bench)).response.get('EventList')).toBe('start');
  },
  '$collection->getEntryEvents()': async (bench) => {
    expect((await collectionOf(bench)).entries.map((one) => one.Queue)).toEqual(['support']);
  },
  '$collection->getCompleteEvent()': async (bench) => {
    expect((await collectionOf(bench)).complete?.ListItems).toBe(1);
  },
  '$action->getMessageSerialized()': () => {
    const action = createAction('Ping', { ActionID: '1' });
    expect(action.serialize()).toBe('Action: Ping\r\nActionID: 1\r\n\r\n');
    expect(() => createAction('Ping', { A: 'b\r\nc' }).serialize()).toThrow(InvalidActionError);
  },
  '$event->getName()': () => {
    expect(event.name).toBe('Hangup');
  },
  "array('Field' => array('a', 'b'))": async (bench) => {
    const sent = await bench.asked('Custom', (ami) =>
      ami.request(createAction('Custom', { Field: ['a', 'b'] })),
    );
    expect(sent.getAll('Field')).toEqual(['a', 'b']);
  },
  "array('Variable' => array('a' => 'b'))": async (bench) => {
    const sent = await bench.asked('Originate', (ami) =>
      ami.request('Originate', { Channel: 'a', Variable: { a: 'b', c: 'd, e' } }),
    );
    expect(sent.getAll('Variable')).toEqual(['a=b', String.raw`c=d\, e`]);
  },
};
