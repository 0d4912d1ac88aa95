import { once } from 'node:events';
import type { Socket } from 'node:net';
import { CallStamps } from './call-stamps.js';
import { MARKER_MESSAGE, type Writing } from './protocol.js';
import type { Recording } from './recording.js';

const BULK_BYTES = 256 * 1024;

/** How many calls have been sent, to whomever: no two have the same ids. */
let calls = 0;

/** Sends the recorded call so many times, each time as a call of its own, then the marker. */
export async function streamRecording(
  socket: Socket,
  recording: Recording,
  writing: Writing,
  blocks: number,
): Promise<void> {
  if (writing === 'asterisk') await writeCalls(socket, recording, blocks);
  else await writeBulk(socket, recording.block, blocks);
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
  const stamps = Array.from(
    { length: perWrite },
    (_, i) => new CallStamps(bulk.subarray(i * block.length, (i + 1) * block.length)),
  );
  for (let left = count; left > 0; left -= perWrite) {
    for (const each of stamps) each.stamp(calls++);
    await write(socket, left < perWrite ? bulk.subarray(0, left * block.length) : bulk);
  }
}

async function writeCalls(socket: Socket, recording: Recording, count: number): Promise<void> {
  const block = Buffer.from(recording.block);
  const stamps = new CallStamps(block);
  let end = 0;
  const messages = recording.messages.map(({ length }) => block.subarray(end, (end += length)));
  for (let i = 0; i < count; i++) {
    stamps.stamp(calls++);
    await writeEach(socket, messages);
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
