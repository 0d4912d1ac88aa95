import { inspect } from 'node:util';
import { z } from 'zod';
import {
  AuthList,
  DialBegin,
  Hangup,
  Newchannel,
  OriginateResponse,
  QueueEntry,
  UserEvent,
} from '../../lib/catalogue/events/index.js';
import { eventKey, untypedEvent } from '../../lib/catalogue/index.js';
import { AmiEvent } from '../../lib/wire/index.js';

const channel = [
  'Channel: SIP/alice-1',
  'ChannelState: 6',
  'ChannelStateDesc: Up',
  'CallerIDNum: 0049301234',
  String.raw`CallerIDName: O\'Neil`,
  'ConnectedLineNum: <unknown>',
  'ConnectedLineName: <unknown>',
  'Language: en',
  'AccountCode: ',
  'Context: default',
  'Exten: 0100',
  'Priority: 1',
  'Uniqueid: 1795396608.10',
  'Linkedid: 1795396608.9',
];
const lines = [
  'Event: Hangup',
  'Privilege: call,all',
  ...channel,
  'Cause: 16',
  'Cause-txt: Normal Clearing',
];
const hangup = new AmiEvent(lines);

describe('A schema of an event', () => {
  it('parses a message to what it means', () => {
    expect(Hangup.parse(hangup)).toEqual({
      Event: 'Hangup',
      Privilege: ['call', 'all'],
      Channel: 'SIP/alice-1',
      ChannelState: 6,
      ChannelStateDesc: 'Up',
      CallerIDNum: '0049301234',
      CallerIDName: "O'Neil",
      ConnectedLineNum: undefined,
      ConnectedLineName: undefined,
      Language: 'en',
      AccountCode: undefined,
      Context: 'default',
      Exten: '0100',
      Priority: '1',
      Uniqueid: '1795396608.10',
      Linkedid: '1795396608.9',
      Cause: 16,
      'Cause-txt': 'Normal Clearing',
    });
  });

  it('keeps the message, where it is in nobody’s way', () => {
    const event = Hangup.parse(hangup);
    expect(event.message).toBe(hangup);
    expect(Object.keys(event)).not.toContain('message');
    expect(JSON.stringify(event)).not.toContain('message');
    expect(inspect(event)).not.toContain('message');
  });

  it.each([
    [AuthList, ['Event: AuthList', 'ObjectName: alice', 'NonceLifetime: 32', 'Password: s3cret']],
    [UserEvent, ['Event: UserEvent', 'UserEvent: Mine', 'Secret: s3cret']],
    [untypedEvent, ['Event: Nobodys', 'Secret: s3cret']],
  ])('covers secrets where the event is printed', (schema, secretLines) => {
    const event = schema.parse(new AmiEvent(secretLines));
    expect(Object.values(event)).toContain('s3cret');
    expect(inspect(event)).not.toContain('s3cret');
    expect(inspect({ nested: [event] })).toContain('[redacted]');
  });

  it('parses the fields of a message, and what it has parsed', () => {
    const event = Hangup.parse(hangup);
    expect(Hangup.parse(hangup.toObject())).toEqual(event);
    expect(Hangup.parse(hangup.toObject()).message.toObject()).toEqual(hangup.toObject());
    expect(Hangup.parse(event)).toEqual(event);
    expect(Hangup.parse(event).message).toBe(hangup);
  });

  it('does not unescape twice', () => {
    const fields = { ...hangup.toObject(), CallerIDName: String.raw`C:\new "x"` };
    expect(Hangup.parse(fields).CallerIDName).toBe(String.raw`C:\new "x"`);
  });

  it('takes a message of another copy of the library for one', () => {
    const foreign = { lines, toObject: () => hangup.toObject(), name: 'Hangup' };
    expect(Hangup.parse(foreign)).toEqual(Hangup.parse(hangup));
  });

  it('keeps fields that it does not know, as they came', () => {
    const event = Hangup.parse(
      new AmiEvent([...lines, 'New: 007', 'Twice: a', 'Twice: b', 'None: ']),
    );
    expect(event).toMatchObject({ New: '007', Twice: ['a', 'b'], None: '' });
  });

  it.each([
    ['another event', new AmiEvent(['Event: Newchannel', ...channel])],
    ['no event', new Map()],
    ['text', 'Event: Hangup'],
    ['nothing', undefined],
    ['null', null],
  ])('refuses %s', (_name, input) => {
    expect(Hangup.safeParse(input).success).toBe(false);
  });

  it('tells of each field that does not fit', () => {
    const odd = lines
      .filter((line) => !line.startsWith('Uniqueid'))
      .map((line) => line.replace('16', 'x'));
    const { error } = Hangup.safeParse(new AmiEvent(odd));
    expect(error?.issues.map(({ path, message }) => [...path, message])).toEqual([
      ['Uniqueid', 'is missing'],
      ['Cause', 'is no number'],
    ]);
  });

  it('is a zod object: what is made of it takes messages as well', () => {
    const tagged = Hangup.extend({ 'X-Tag': z.string() });
    const event = tagged.parse(new AmiEvent([...lines, 'X-Tag: vip']));
    expect(event).toMatchObject({ Cause: 16, 'X-Tag': 'vip' });
    expect(event.message.get('X-Tag')).toBe('vip');
    expect(eventKey(tagged)).toEqual({ name: 'Hangup' });
    expect(Hangup.pick({ Event: true, Cause: true }).strip().parse(hangup)).toEqual({
      Event: 'Hangup',
      Cause: 16,
    });
    const long = Hangup.refine(({ Cause }) => Cause !== 16, 'was normal');
    expect(long.safeParse(hangup).error?.issues[0]?.message).toBe('was normal');
    expect(z.array(Hangup).parse([hangup, hangup])).toHaveLength(2);
  });

  it('joins others in unions that Event tells apart', () => {
    const either = z.discriminatedUnion('Event', [Newchannel, Hangup]);
    expect(either.parse(hangup)).toMatchObject({ Event: 'Hangup', Cause: 16 });
    expect(either.parse(hangup.toObject())).toMatchObject({ Event: 'Hangup', Cause: 16 });
    expect(either.safeParse(new AmiEvent(['Event: VarSet'])).success).toBe(false);
    expect(z.union([Newchannel, Hangup]).parse(hangup)).toMatchObject({
      Event: 'Hangup',
      Cause: 16,
    });
  });

  it('parses asynchronously, where a part of it is asynchronous', async () => {
    const checked = Hangup.refine(() => Promise.resolve(true));
    await expect(checked.parseAsync(hangup)).resolves.toMatchObject({ Cause: 16, message: hangup });
  });

  it('is a schema by all that zod looks at', () => {
    expect(Hangup).toBeInstanceOf(z.ZodObject);
    expect(Hangup).toBeInstanceOf(z.ZodType);
    expect('parse' in Hangup).toBe(true);
    expect(Hangup.meta({ title: 'the end' }).meta()).toEqual({ title: 'the end' });
  });
});

describe('Channel variables', () => {
  it('are gathered by channel, from snapshots', () => {
    const event = Newchannel.parse(
      new AmiEvent([
        'Event: Newchannel',
        ...channel,
        'ChanVariable: A=1',
        'ChanVariable: B=x=y',
        String.raw`ChanVariable: C=O\'Neil`,
      ]),
    );
    expect(event.ChanVariable).toEqual({ 'SIP/alice-1': { A: '1', B: 'x=y', C: "O'Neil" } });
  });

  it('are gathered by channel, of several channels', () => {
    const dest = channel.map((line) => `Dest${line}`.replace('alice', 'bob'));
    const event = DialBegin.parse(
      new AmiEvent([
        'Event: DialBegin',
        ...channel,
        'ChanVariable: A=1',
        ...dest,
        'DestChanVariable: A=2',
      ]),
    );
    expect(event).toMatchObject({ Channel: 'SIP/alice-1', DestChannel: 'SIP/bob-1' });
    expect(event.ChanVariable).toEqual({ 'SIP/alice-1': { A: '1' }, 'SIP/bob-1': { A: '2' } });
    expect(event).not.toHaveProperty('DestChanVariable');
  });

  it('are gathered by channel, where the field names it', () => {
    const event = OriginateResponse.parse(
      new AmiEvent([
        'Event: OriginateResponse',
        'Response: Success',
        'Channel: Local/1-0;1',
        'Reason: 4',
        'Uniqueid: 1.1',
        'ChanVariable(Local/1-0;1): A=b: c',
        'ChanVariable(PJSIP/[::1]:5060-3): A=2',
        'ChanVariable(__proto__): A=3',
      ]),
    );
    expect(Object.entries(event.ChanVariable ?? {})).toEqual([
      ['Local/1-0;1', { A: 'b: c' }],
      ['PJSIP/[::1]:5060-3', { A: '2' }],
      ['__proto__', { A: '3' }],
    ]);
    expect(Object.keys(event).filter((name) => name.includes('ChanVariable'))).toEqual([
      'ChanVariable',
    ]);
  });
});

describe('Odd events', () => {
  it('have the name that the message has, whatever fields they have besides', () => {
    const event = UserEvent.parse(
      new AmiEvent(['Event: UserEvent', 'UserEvent: x', 'Event: Fake', '__proto__: y']),
    );
    expect(event.Event).toBe('UserEvent');
    expect(event.message.getAll('Event')).toEqual(['UserEvent', 'Fake']);
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
  });

  it('say "unknown" in their own way, in a queue', () => {
    const entry = QueueEntry.parse(
      new AmiEvent([
        'Event: QueueEntry',
        'Queue: support',
        'Position: 1',
        'Channel: SIP/a-1',
        'Uniqueid: 1.1',
        'CallerIDNum: unknown',
        'CallerIDName: unknown',
        'Wait: 12',
        'Priority: 0',
      ]),
    );
    expect(entry).toMatchObject({ CallerIDNum: undefined, Wait: 12, Priority: 0 });
  });
});
