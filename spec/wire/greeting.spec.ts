import { parseGreeting } from '../../lib/index.js';
import { parse } from '../support/parse.js';
import { readTranscript } from '../support/transcripts.js';

describe('parseGreeting', () => {
  it.each([
    ['a16-authtimeout', '5.0.4'],
    ['a22-authtimeout', '11.0.0'],
  ])('reads that of %s, a recording of nothing else', (name, version) => {
    const { greeting, messages } = parse([readTranscript(name)]);
    expect(greeting).toEqual({ line: `Asterisk Call Manager/${version}`, version });
    expect(messages).toEqual([]);
  });

  it.each([
    ['Asterisk Call Manager/1.0', '1.0'],
    ['Asterisk Call Manager/2.10.6 ', '2.10.6'],
    ['Asterisk Call Manager Proxy/1.21', '1.21'],
  ])('reads %j', (line, version) => {
    expect(parseGreeting(line)).toEqual({ line, version });
  });

  it.each([
    '',
    'Asterisk Call Manager',
    'Asterisk Call Manager/',
    'Asterisk Call Manager/ 1.0',
    'Asterisk Call Manager/1.0 beta',
    ' Asterisk Call Manager/1.0',
    'Response: Success',
    'SSH-2.0-OpenSSH_9.6',
    'HTTP/1.1 400 Bad Request',
    '+OK ready',
  ])('does not take %j for one', (line) => {
    expect(parseGreeting(line)).toBeUndefined();
  });
});
