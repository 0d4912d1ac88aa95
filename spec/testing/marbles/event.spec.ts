import { ofType } from '../../../lib/index.js';
import { AmiEvent } from '../../../lib/wire/index.js';
import { event } from '../../../lib/testing/marbles/event.js';
import { parseEvent } from '../../support/parse.js';
import { marbles } from '../../support/marbles.js';

describe('event', () => {
  it('is what a parser makes of such a message, in the order in which it is written', () => {
    const written = event('Hangup', { Channel: 'PJSIP/alice-1', Cause: 16, 'Cause-txt': 'Busy' });
    expect(written).toEqual(
      parseEvent('Event: Hangup\r\nChannel: PJSIP/alice-1\r\nCause: 16\r\nCause-txt: Busy\r\n\r\n'),
    );
    expect(written).toBeInstanceOf(AmiEvent);
    expect(written.name).toBe('Hangup');
  });

  it('needs no fields', () => {
    expect(event('FullyBooted').lines).toEqual(['Event: FullyBooted']);
  });

  it('leaves out what is undefined, and repeats what is an array', () => {
    expect(event('Mine', { A: undefined, B: ['1', 2], C: '', D: true }).lines).toEqual([
      'Event: Mine',
      'B: 1',
      'B: 2',
      'C: ',
      'D: true',
    ]);
  });

  it('has names of callers escaped as Asterisk does, and read as they were written', () => {
    const written = event('Newchannel', {
      CallerIDName: `O'Neil "the \\ Boss"`,
      CallerIDNum: `O'Neil`,
    });
    expect(written.lines).toEqual([
      'Event: Newchannel',
      String.raw`CallerIDName: O\'Neil \"the \\ Boss\"`,
      `CallerIDNum: O'Neil`,
    ]);
    expect(written.get('CallerIDName')).toBe(`O'Neil "the \\ Boss"`);
    expect(event('VarSet', { Value: 'two\nlines' }).get('Value')).toBe('two\nlines');
  });

  it('has the text of a UserEvent as its author wrote it', () => {
    const written = event('UserEvent', {
      CallerIDName: `O'Neil`,
      UserEvent: 'Mine',
      ConnectedLineName: `O'Neil`,
    });
    expect(written.lines.slice(1)).toEqual([
      String.raw`CallerIDName: O\'Neil`,
      'UserEvent: Mine',
      `ConnectedLineName: O'Neil`,
    ]);
    expect(written.toObject()).toMatchObject({
      CallerIDName: `O'Neil`,
      ConnectedLineName: `O'Neil`,
    });
  });

  it.each([
    ['a line break in a value', { AccountCode: 'a\nAction: Command' }],
    ['a line break in a name', { 'a\n': 'b' }],
    ['a colon in a name', { 'a: b': 'c' }],
  ])('cannot have %s', (_, fields) => {
    expect(() => event('Mine', fields)).toThrow(TypeError);
  });

  it('is decoded as what comes from a server is', () => {
    marbles(({ hot, expectObservable }) => {
      const letters = {
        h: event('Hangup', { Channel: 'PJSIP/a-1', ChannelState: 6, Uniqueid: '1.1', Cause: 17 }),
        n: event('Newexten', { Channel: 'PJSIP/a-1' }),
      };
      expectObservable(hot('-n-h', letters).pipe(ofType('Hangup'))).toBe('---h', {
        h: expect.objectContaining({ Event: 'Hangup', Channel: 'PJSIP/a-1', Cause: 17 }),
      });
    });
  });
});
