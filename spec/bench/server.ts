import { createServer, type Socket } from 'node:net';
import { ActionReader, answer } from './actions.js';
import type { ServerCommand, ServerListening } from './protocol.js';
import { HeldActions } from './held-actions.js';
import { loadRecording } from './recording.js';
import { streamNames, streamRecording } from './stream.js';

const recording = loadRecording();
const clients = new Map<string, Socket>();

const server = createServer({ noDelay: true, highWaterMark: 1 }, (socket) => {
  const reader = new ActionReader();
  const held = new HeldActions(socket);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    for (const action of reader.push(chunk)) {
      const username = action.get('username');
      if (username !== undefined) clients.set(username, socket);
      if (action.get('action') === 'BenchHold') held.add(action);
      else answer(socket, action);
    }
  });
  socket.write('Asterisk Call Manager/11.0.0\r\n');
});

process.on('message', (command: ServerCommand) => {
  const client = clients.get(command.to);
  if (client === undefined) throw new Error(`${command.to} has not logged in`);
  if (command.source === 'recording') {
    streamRecording(client, recording, command.writing, command.blocks).catch(ignore);
  } else {
    streamNames(client, command.names, command.rounds).catch(ignore);
  }
});
process.on('disconnect', () => process.exit());

/** Where the runner has given up on a client, the others still want a server. */
function ignore(): void {
  return;
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const listening: ServerListening = { type: 'listening', port: address.port };
  process.send?.(listening);
});
