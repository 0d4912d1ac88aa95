import { createServer, type Socket } from 'node:net';
import { ActionReader, answer } from './actions.js';
import type { ServerCommand, ServerListening } from './protocol.js';
import { HeldActions } from './held-actions.js';
import { loadRecording } from './recording.js';
import { streamNames, streamRecording } from './stream.js';

const recording = loadRecording();
let latest: Socket | undefined;

const server = createServer({ noDelay: true, highWaterMark: 1 }, (socket) => {
  const reader = new ActionReader();
  const held = new HeldActions(socket);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    for (const action of reader.push(chunk)) {
      if (action.get('action')?.toLowerCase() === 'login') latest = socket;
      if (action.get('action') === 'BenchHold') held.add(action);
      else answer(socket, action);
    }
  });
  socket.write('Asterisk Call Manager/11.0.0\r\n');
});

process.on('message', (command: ServerCommand) => {
  if (latest === undefined) throw new Error('nobody has logged in');
  if (command.source === 'recording') {
    streamRecording(latest, recording, command.writing, command.blocks).catch(clientGone);
  } else {
    streamNames(latest, command.names, command.rounds).catch(clientGone);
  }
});
process.on('disconnect', () => process.exit());

/** The runner has given up on a client: the next one still wants a server. */
function clientGone(): void {
  latest = undefined;
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const listening: ServerListening = { type: 'listening', port: address.port };
  process.send?.(listening);
});
