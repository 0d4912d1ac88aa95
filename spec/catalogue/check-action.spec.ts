import { InvalidActionError } from '../../lib/errors/index.js';
import { checkAction } from '../../lib/catalogue/index.js';

/** The faults that an action of the catalogue is refused for. */
function faultsOf(name: string, fields?: Record<string, unknown>): readonly string[] {
  try {
    checkAction(name, fields).serialize('1');
    return [];
  } catch (error) {
    if (!(error instanceof InvalidActionError)) throw error;
    return error.faults;
  }
}

/** What is sent, without name and ActionID. */
function sent(name: string, fields?: Record<string, unknown>): string[] {
  return checkAction(name, fields).serialize('1').trim().split('\r\n').slice(2);
}

describe('An action of the catalogue', () => {
  it('needs no fields where none are required', () => {
    expect(checkAction('Ping').serialize('1')).toBe('Action: Ping\r\nActionID: 1\r\n\r\n');
  });

  it('has its name and its parameters in Asterisk’s spelling', () => {
    const action = checkAction('coreshowchannelmap', { channel: 'SIP/a-1', OTHER: 'x' });
    expect(action.name).toBe('CoreShowChannelMap');
    expect(action.fields).toEqual([
      ['Channel', 'SIP/a-1'],
      ['OTHER', 'x'],
    ]);
  });

  it('is told every fault at once, with those that keep it from arriving', () => {
    const fields = {
      Timeout: 'soon',
      Async: 'perhaps',
      Codecs: 5,
      CallerID: 'a\r\nb',
      Variable: 7,
    };
    expect(faultsOf('Originate', fields)).toEqual([
      '"Channel" is required',
      '"Timeout" must be a number',
      '"Variable" must be an object of variables',
      '"Async" must be true or false',
      '"Codecs" must be a list of words',
      '"CallerID" holds a line break or NUL, which would inject',
    ]);
  });

  it('is not sent under a name that nobody knows', () => {
    expect(faultsOf('Orginate', { Channel: 'a' })).toEqual([
      'it is not in the catalogue; createAction() makes an action of any name',
    ]);
  });

  it('is not sent with a field under two spellings, of which one would be lost', () => {
    expect(faultsOf('Hangup', { channel: 'a', Channel: 'b' })).toEqual([
      '"Channel" is given in two spellings',
    ]);
  });

  it('is not sent with a list of pairs, which the catalogue does not check', () => {
    const pairs = [['Queue', 'support']] as unknown as Record<string, unknown>;
    expect(faultsOf('QueueStatus', pairs)).toEqual([
      'its fields are a list of pairs, which createAction() takes',
    ]);
  });

  it('repeats no value in a fault', () => {
    expect(
      JSON.stringify(faultsOf('Login', { Username: {}, Secret: { s3cret: 's3cret' } })),
    ).not.toContain('s3cret');
  });

  it.each([[undefined], [null]])('takes %p for absent', (absent) => {
    expect(sent('Originate', { Channel: 'a', Exten: absent, Async: absent })).toEqual([
      'Channel: a',
    ]);
    expect(faultsOf('Originate', { Channel: absent })).toEqual(['"Channel" is required']);
  });

  it.each([
    [true, 'yes'],
    ['true', 'yes'],
    ['On', 'yes'],
    [1, 'yes'],
    [false, 'no'],
    ['off', 'no'],
    ['0', 'no'],
  ])('sends the flag %p as %s', (value, word) => {
    expect(sent('QueueReload', { Members: value })).toEqual([`Members: ${word}`]);
  });

  it.each([
    [30_000, 'Timeout: 30000'],
    [30_000n, 'Timeout: 30000'],
    ['30000', 'Timeout: 30000'],
  ])('sends the number %p', (value, line) => {
    expect(sent('Originate', { Channel: 'a', Timeout: value })).toContain(line);
  });

  it.each([[NaN], [Infinity], [''], [true], [[1]]])('takes %p for no number', (value) => {
    expect(faultsOf('AbsoluteTimeout', { Channel: 'a', Timeout: value })).toEqual([
      '"Timeout" must be a number',
    ]);
  });

  it('sends a list in one field, of which Asterisk reads only the first', () => {
    expect(sent('Originate', { Channel: 'a', Codecs: ['alaw', 'ulaw'] })).toContain(
      'Codecs: alaw,ulaw',
    );
    expect(sent('Events', { EventMask: 'call,agent' })).toEqual(['EventMask: call,agent']);
    expect(faultsOf('Originate', { Channel: ['a', 'b'] })).toEqual([
      '"Channel" must be text or a number',
    ]);
  });

  it('sends variables as an object, as text, or as several', () => {
    const variables = (Variable: unknown): string[] =>
      sent('Originate', { Channel: 'a', Variable }).slice(1);
    expect(variables({ A: 'b, c', N: 2, U: undefined })).toEqual([
      String.raw`Variable: A=b\, c`,
      'Variable: N=2',
    ]);
    expect(variables('A=1,B=2')).toEqual(['Variable: A=1,B=2']);
    expect(variables(['A=1', 'B=2'])).toEqual(['Variable: A=1', 'Variable: B=2']);
    // It names one variable here, and is text.
    expect(sent('Getvar', { Variable: 'A' })).toEqual(['Variable: A']);
  });

  it('takes the words that Asterisk knows, in any case', () => {
    const mute = { Channel: 'a', State: 'ON' };
    expect(sent('MuteAudio', { ...mute, Direction: 'in' })).toContain('State: ON');
    expect(faultsOf('MuteAudio', { ...mute, Direction: 'up' })).toEqual([
      '"Direction" must be one of in, out, all',
    ]);
  });

  it('may have fields that nobody knows of it, and its own ActionID', () => {
    const action = checkAction('Ping', { New: ['a', 'b'], ActionID: 'mine' });
    expect(action.serialize('1')).toBe(
      'Action: Ping\r\nActionID: mine\r\nNew: a\r\nNew: b\r\n\r\n',
    );
  });
});
