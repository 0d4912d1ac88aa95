import { AmiEvent, Message, Response } from '../../../lib/wire/index.js';
import { messages } from '../../../lib/testing/marbles/messages.js';

describe('messages', () => {
  it('reads what is pasted, indented or not, whatever its line ends', () => {
    const read = messages(`
      Event: Newstate
      ChannelStateDesc: Ringing

Response: Success\r
Ping: Pong\r
\r

      Action: Ping
    `);
    expect(read.map((one) => one.lines)).toEqual([
      ['Event: Newstate', 'ChannelStateDesc: Ringing'],
      ['Response: Success', 'Ping: Pong'],
      ['Action: Ping'],
    ]);
    expect(read.map((one) => one.constructor)).toEqual([AmiEvent, Response, Message]);
  });

  it('finds none in an empty text', () => {
    expect(messages(' \n\n')).toEqual([]);
  });
});
