import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { portsFrom, portsPerServer } from './config/ports.js';
import type { Ports } from './config/ports.js';

export interface PortBlock extends Ports {
  release(): void;
}

// Below the ports that systems give to clients, so that no connection can happen to take one.
const lowest = 20_000;
const blocks = 1_200;

/** Free ports for one server, held against every other user of this function until released. */
export async function portBlock(): Promise<PortBlock> {
  const start = Math.floor(Math.random() * blocks);
  for (let tried = 0; tried < blocks; tried += 1) {
    const block = await take(lowest + ((start + tried) % blocks) * portsPerServer);
    if (block !== undefined) return block;
  }
  throw new Error('No ports are free');
}

async function take(base: number): Promise<PortBlock | undefined> {
  const ports = portsFrom(base);
  // Bound for as long as the block is held: the kernel frees it even when this process is killed.
  const guard = await listen(ports.guard).catch(() => undefined);
  if (guard === undefined) return undefined;
  const release = () => {
    guard.close();
  };
  try {
    for (const port of [ports.ami, ports.tls, ports.nobody]) (await listen(port)).close();
    for (const port of [ports.pjsip, ports.chanSip, ports.iax]) await bindUdp(port);
    return { ...ports, release };
  } catch {
    release();
    return undefined;
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer((socket) => {
    socket.destroy();
  });
  server.unref();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function bindUdp(port: number): Promise<void> {
  const socket = createSocket('udp4');
  try {
    socket.bind(port, '127.0.0.1');
    await once(socket, 'listening');
  } finally {
    socket.close();
  }
}
