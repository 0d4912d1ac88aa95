import { once } from 'node:events';
import type { Socket } from 'node:net';
import { MARKER_MESSAGE, type Writing } from './protocol.js';
import type { Recording } from './recording.js';

const BULK_BYTES = 256 * 1024;

/** Sends the recorded block so many times, then the marker. */
export async function streamRecording(
  socket: Socket,
  recording: Recording,
  writing: Writing,
  blocks: number,
): Promise<void> {
  if (writing === 'asterisk') {
    for (let i = 0; i < blocks; i++) await writeEach(socket, recording.messages);
  } else {
    await writeBulk(socket, recording.block, blocks);
  }
  await write(socket, MARKER_MESSAGE);
}

/** Sends events of these names in turn, then the marker. */
export async function streamNames(
  socket: Socket,
  names: readonly string[],
  rounds: number,
): Promise<void> {
  await writeBulk(socket, Buffer.concat(names.map(namedEvent)), rounds);
  await write(socket, MARKER_MESSAGE);
}

function namedEvent(name: string): Buffer {
  return Buffer.from(
    `Event: ${name}\r\nPrivilege: call,all\r\nChannel: PJSIP/100-00000001\r\n` +
      'ChannelState: 6\r\nChannelStateDesc: Up\r\nCallerIDNum: 100\r\nContext: default\r\n' +
      'Exten: 110\r\nPriority: 1\r\nUniqueid: 1795396819.34\r\nLinkedid: 1795396819.34\r\n\r\n',
  );
}

async function writeBulk(socket: Socket, block: Buffer, count: number): Promise<void> {
  const perWrite = Math.max(1, Math.round(BULK_BYTES / block.length));
  const bulk = Buffer.concat(Array<Buffer>(perWrite).fill(block));
  for (let left = count; left > 0; left -= perWrite) {
    await write(socket, left < perWrite ? bulk.subarray(0, left * block.length) : bulk);
  }
}

async function writeEach(socket: Socket, messages: readonly Buffer[]): Promise<void> {
  for (const message of messages) {
    socket.write(message);
    // Awaiting only when the kernel took less than everything keeps one event one write(2):
    // what Node queues in the meantime it would join.
    if (socket.writableLength > 0) await once(socket, 'drain');
  }
}

async function write(socket: Socket, bytes: Buffer): Promise<void> {
  socket.write(bytes);
  if (socket.writableLength > 0) await once(socket, 'drain');
}
