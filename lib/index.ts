export * from './errors/index.js';
export { parseAmiUrl } from './transport/index.js';
export type { Address, AmiUrl, SocketOptions, TlsOptions, Transport } from './transport/index.js';
export * from './wire/index.js';
export * from './client/index.js';
