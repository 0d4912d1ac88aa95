export { AmiServer } from './ami-server.js';
export type { AmiServerOptions } from './ami-server.js';
export type { ActionHandler, AmiServerConnection, Fields } from './ami-server-connection.js';
export { parseRecording } from './recording/parse-recording.js';
export { record } from './recording/record.js';
export type { RecordedEntry, Recording } from './recording/recording.js';
export { replay } from './recording/replay.js';
export type { ReplayOptions } from './recording/replay.js';
