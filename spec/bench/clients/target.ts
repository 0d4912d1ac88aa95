import { createRequire } from 'node:module';

/** Where the server is, and as whom to log in. */
export const target = {
  host: '127.0.0.1',
  port: Number(process.env['BENCH_PORT']),
  username: process.env['BENCH_USERNAME'] ?? 'admin',
  secret: 's3cret',
};

/** A package of the folder into which the bench has installed the other clients. */
export function requirePeer(name: string): unknown {
  return createRequire(`${process.env['BENCH_PEERS'] ?? '.'}/package.json`)(name);
}
