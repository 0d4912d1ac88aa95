import type { ActionMessage } from '../../../../lib/testing/exchange/manager/action-message.js';
import { RequestReader } from '../../../../lib/testing/exchange/manager/request-reader.js';
import { byteByByte } from '../../../support/every-cut.js';

const cuts: readonly (readonly [string, (bytes: Buffer) => Uint8Array[]])[] = [
  ['whole', (bytes) => [bytes]],
  ['byte by byte', byteByByte],
  ['in pieces of 1000', (bytes) => [bytes.subarray(0, 1000), bytes.subarray(1000)]],
];

describe.each(cuts)('requests, %s', (_, cut) => {
  function read(text: string): ActionMessage[] {
    const reader = new RequestReader();
    return cut(Buffer.from(text, 'latin1')).flatMap((chunk) => reader.push(chunk));
  }

  function only(text: string): ActionMessage {
    const requests = read(text);
    expect(requests).toHaveLength(1);
    return requests[0]!;
  }

  it('end their lines with CRLF or LF', () => {
    expect(only('Action: Ping\r\nActionID: 1\r\n\r\n').lines).toEqual([
      'Action: Ping',
      'ActionID: 1',
    ]);
    expect(only('Action: Ping\nActionID: 1\n\n').get('ActionID')).toBe('1');
  });

  it('come one after the other, the last perhaps not whole yet', () => {
    const requests = read('Action: Ping\r\n\r\nAction: Events\r\n\r\nAction: Lo');

    expect(requests.map(({ action }) => action)).toEqual(['Ping', 'Events']);
  });

  it('are empty where a blank line follows no message', () => {
    expect(read('\r\n\r\nAction: Ping\r\n\r\n').map(({ action }) => action)).toEqual([
      '',
      '',
      'Ping',
    ]);
  });

  it('have names in any case, and any blanks but none before the colon', () => {
    expect(only('aCTION: pING\r\nactionid:1\r\n\r\n').get('ActionID')).toBe('1');
    expect(only('X:\t  two  \r\n\r\n').get('X')).toBe('two  ');
    expect(only('Action : Ping\r\n\r\n').action).toBe('');
  });

  it('mean the first of several fields of a name, but an empty Action counts for none', () => {
    const request = only('Action:\r\nActionID:\r\nAction: Ping\r\nActionID: 2\r\n\r\n');

    expect(request.action).toBe('Ping');
    expect(request.get('ActionID')).toBe('');
    expect(request.getAll('ActionID')).toEqual(['', '2']);
    expect(request.get('Absent')).toBe('');
  });

  it('keep a bare CR and lines without a colon, and lose what follows a NUL', () => {
    expect(only('A: a\rb\r\nbare\r\nB: c\0d\r\n\r\n').lines).toEqual(['A: a\rb', 'bare', 'B: c']);
    expect(read('Action: Ping\r\n\0Key: value\r\n')).toHaveLength(1);
  });

  it('take a line of 1022 bytes', () => {
    const line = `X: ${'y'.repeat(1019)}`;
    const request = only(`Action: Ping\r\n${line}\r\n\r\n`);

    expect(request.lines).toEqual(['Action: Ping', line]);
    expect(request.fault).toBeUndefined();
  });

  it('end within a line of 1023 bytes: what follows is another message', () => {
    const requests = read(`Action: Ping\r\nX: ${'y'.repeat(1020)}\r\nActionID: 1\r\n\r\n`);

    expect(requests.map(({ lines }) => lines)).toEqual([['Action: Ping'], ['ActionID: 1']]);
    expect(requests.map(({ fault }) => fault)).toEqual([
      'Failed to parse message: line too long',
      undefined,
    ]);
  });

  it('lose 1024 bytes of a longer line, and keep its rest as a line', () => {
    const request = only(`Action: Ping\r\nX: ${'y'.repeat(1097)}\r\nActionID: 1\r\n\r\n`);

    expect(request.lines).toEqual(['Action: Ping', 'y'.repeat(76), 'ActionID: 1']);
    expect(request.fault).toBe('Failed to parse message: line too long');
  });

  it('have no more than 128 lines', () => {
    const lines = Array.from({ length: 128 }, (_unused, i) => `H${i}: v`);

    expect(only(`${lines.join('\r\n')}\r\n\r\n`).fault).toBeUndefined();

    const request = only(`${lines.join('\r\n')}\r\nMore: v\r\n\r\n`);

    expect(request.fault).toBe('Too many lines in message or allocation failure');
    expect(request.lines).toEqual(lines);
  });

  it('forget a fault with the message that had it', () => {
    const long = `X: ${'y'.repeat(2000)}\r\n\r\n`;
    const [, second] = read(`${long}Action: Ping\r\n\r\n`);

    expect(second?.fault).toBeUndefined();
  });
});
