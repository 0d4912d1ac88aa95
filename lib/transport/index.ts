export { describeAddress } from './address.js';
export type { Address } from './address.js';
export { dial } from './dial.js';
export type { SocketOptions, TlsOptions, Transport } from './dial.js';
export { explainDialError } from './explain-dial-error.js';
export { DEFAULT_PORT, DEFAULT_TLS_PORT, parseAmiUrl } from './parse-ami-url.js';
export type { AmiUrl } from './parse-ami-url.js';
export { readChunks } from './read-chunks.js';
