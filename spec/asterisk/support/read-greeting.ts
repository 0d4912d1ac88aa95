import { connect } from 'node:net';

/** The line with which a manager interface greets whoever connects. */
export function readGreeting(port: number, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('latin1').setTimeout(timeoutMs);
    socket.on('timeout', () => socket.destroy(new Error('The server says nothing')));
    socket.on('error', reject);
    socket.on('close', () => {
      reject(new Error(`The server closed the connection after "${text}"`));
    });
    socket.on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\r\n');
      if (end < 0) return;
      resolve(text.slice(0, end));
      socket.destroy();
    });
  });
}
