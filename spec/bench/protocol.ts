/** What the processes of the bench tell each other over their IPC channels. */

/** One `write(2)` an event, as Asterisk does it, or as much as the socket takes. */
export type Writing = 'asterisk' | 'bulk';

/** The event after the last one of a pass. */
export const MARKER = 'BenchEnd';

export const MARKER_MESSAGE = Buffer.from(
  `Event: ${MARKER}\r\nPrivilege: system,all\r\nUniqueid: 0\r\n\r\n`,
);

/** So many of the held actions the server answers at a time. */
export const BATCH = 10;

/** What the server streams: the recording, or events of these names in turn. */
export type Streamed =
  | { source: 'recording'; writing: Writing; blocks: number }
  | { source: 'names'; names: readonly string[]; rounds: number };

/** The runner to the server: stream this to who logged in by this name. */
export type ServerCommand = Streamed & { to: string };

/** The server to the runner. */
export interface ServerListening {
  type: 'listening';
  port: number;
}

/** The runner to a client: forget what you counted, a stream of so many bytes follows. */
export interface PassCommand {
  type: 'pass';
  bytes: number;
}

/** The runner to a client of an exchange in the same process. */
export interface ChangeCommand {
  type: 'change';
  /** How many calls change, the first ones; each has {@link CHANNELS_A_CALL} channels. */
  calls: number;
}

/** So many channels are up in the middle of a recorded call. */
export const CHANNELS_A_CALL = 4;

/** A client to the runner. */
export type ClientReport =
  | { type: 'online' | 'ready' }
  // Who reads no fields has no checksum.
  | { type: 'done'; events: number; checksum?: number; ms: number; cpuMs: number }
  | { type: 'answered'; microseconds: number; roundTripMicroseconds: number }
  | { type: 'filled'; bytes: number }
  | { type: 'changed'; microseconds: number }
  | { type: 'hour'; before: number; after: number; calls: number }
  | { type: 'failed'; reason: string };

export type PassReport = Extract<ClientReport, { type: 'done' }>;
