import { connect } from 'node:net';
import { fail, PassCounter, report } from './pass.js';
import { target } from './target.js';

const counter = new PassCounter();
const socket = connect(target.port, target.host);
let received = 0;

socket.on('error', fail);
socket.write(`Action: Login\r\nUsername: ${target.username}\r\nSecret: ${target.secret}\r\n\r\n`);

let greeting = '';
socket.on('data', function login(chunk: Buffer) {
  greeting += chunk.toString('latin1');
  if (!greeting.endsWith('Status: Fully Booted\r\n\r\n')) return;
  socket.off('data', login);
  socket.on('data', discard);
  report({ type: 'online' });
});

function discard(chunk: Buffer): void {
  if (received === 0) counter.start();
  received += chunk.length;
  if (received < counter.bytes) return;
  received = 0;
  counter.done();
}
