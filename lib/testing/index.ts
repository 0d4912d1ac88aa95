export { AmiServer } from './ami-server.js';
export type { AmiServerOptions } from './ami-server.js';
export type { ActionHandler, AmiServerConnection } from './ami-server-connection.js';
