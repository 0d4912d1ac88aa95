import { InProcessSocket } from '../../../lib/testing/fake-client/in-process-socket.js';
import { watch } from '../../support/watch.js';

describe('A socket in the process', () => {
  let socket: InProcessSocket;
  let heard: string[];

  beforeEach(() => {
    socket = new InProcessSocket();
    heard = [];
    socket.on('data', (text: string) => heard.push(text));
    socket.on('end', () => heard.push('end'));
    socket.on('error', (error) => heard.push(error.message));
  });

  it('is heard at once, at both ends', () => {
    const written = watch(socket.written$).values;
    socket.receive('a');
    socket.write('b');
    socket.write(Buffer.from('c'));
    expect(heard).toEqual(['a']);
    expect(written).toEqual(['b', 'c']);
  });

  it('delivers one thing after the other, also what is an answer to it', () => {
    socket.once('data', () => {
      socket.receive('b');
      socket.finish();
      heard.push('a is over');
    });
    socket.receive('a');
    expect(heard).toEqual(['a', 'a is over', 'b', 'end']);
  });

  it('tells that it broke', () => {
    socket.break(new Error('reset'));
    expect(heard).toEqual(['reset']);
  });

  it('is silent when it is destroyed, even for what is under way', () => {
    const written = watch(socket.written$);
    socket.once('data', () => {
      socket.receive('b');
      socket.destroy();
    });
    socket.receive('a');
    socket.receive('c');
    expect(heard).toEqual(['a']);
    expect(written.isComplete).toBe(true);
  });
});
