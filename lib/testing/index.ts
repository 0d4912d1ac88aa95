export { AmiServer } from './ami-server.js';
export type { AmiServerOptions } from './ami-server.js';
export type { ActionHandler, AmiServerConnection, Fields } from './ami-server-connection.js';
