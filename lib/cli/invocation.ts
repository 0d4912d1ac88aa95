/** Which server is meant. */
export interface Source {
  /** By `--url` or `AMI_URL`; `undefined` for the demo. */
  readonly url: string | undefined;
}

/** What `monitor` was asked for. */
export interface MonitorOptions extends Source {
  readonly json: boolean;
  readonly durationMs: number | undefined;
}

/** What `events` was asked for. */
export interface EventsOptions extends MonitorOptions {
  /** Globs of event names; none for all events. */
  readonly names: readonly string[];
}

/** What `action` was asked for. */
export interface ActionOptions extends Source {
  readonly json: boolean;
  readonly name: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** What `record` was asked for. */
export interface RecordOptions extends Source {
  readonly file: string;
  readonly durationMs: number | undefined;
}

/** What `replay` was asked for. */
export interface ReplayOptions {
  readonly file: string;
  readonly json: boolean;
  /** Globs of event names; none for all events. */
  readonly names: readonly string[];
  /** How many times as fast as it was recorded. */
  readonly speed: number;
  /** Where to serve it; `undefined` to print it. */
  readonly port: number | undefined;
}

/** The names of the commands. */
export const commands = ['monitor', 'events', 'action', 'record', 'replay'] as const;

/** The name of a command. */
export type Command = (typeof commands)[number];

/** A command line that was understood. */
export type Invocation =
  | { readonly command: 'help'; readonly topic: Command | undefined }
  | { readonly command: 'version' }
  | ({ readonly command: 'monitor' } & MonitorOptions)
  | ({ readonly command: 'events' } & EventsOptions)
  | ({ readonly command: 'action' } & ActionOptions)
  | ({ readonly command: 'record' } & RecordOptions)
  | ({ readonly command: 'replay' } & ReplayOptions);
