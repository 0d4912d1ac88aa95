import { ClientEnd } from '../../../../lib/testing/exchange/manager/client-end.js';

describe("The client's end of a connection in the process", () => {
  let socket: ClientEnd;
  let heard: string[];
  let written: string[];

  beforeEach(() => {
    heard = [];
    written = [];
    socket = new ClientEnd({
      write: (chunk) => written.push(String(chunk)),
      close: () => written.push('closed'),
    });
    socket.on('data', (text: string) => heard.push(text));
    socket.on('end', () => heard.push('end'));
    socket.on('close', () => heard.push('close'));
    socket.on('error', (error) => heard.push(error.message));
  });

  it('is heard at once, at both ends', () => {
    socket.receive('a');
    socket.write('b');
    socket.write(Buffer.from('c'));
    expect(heard).toEqual(['a']);
    expect(written).toEqual(['b', 'c']);
  });

  it('delivers one thing after the other, also what is an answer to it', () => {
    socket.once('data', () => {
      socket.receive('b');
      socket.receiveEnd();
      heard.push('a is over');
    });
    socket.receive('a');
    expect(heard).toEqual(['a', 'a is over', 'b', 'end', 'close']);
  });

  it('tells that it broke', () => {
    socket.receiveError(new Error('reset'));
    expect(heard).toEqual(['reset', 'close']);
  });

  it('is silent when it is destroyed, even for what is under way', () => {
    socket.once('data', () => {
      socket.receive('b');
      socket.destroy();
    });
    socket.receive('a');
    socket.receive('c');
    expect(heard).toEqual(['a', 'close']);
    expect(written).toEqual(['closed']);
  });
});
