import { asteriskVersions } from './asterisk-root.js';
import type { AsteriskVersion } from './asterisk-root.js';
import { AsteriskServer } from './asterisk-server.js';
import type { AsteriskServerOptions } from './asterisk-server.js';

/** A server that is running, ours or not. */
export interface GivenServer {
  /** With credentials of a user who may do everything. */
  readonly url: string;
  /** Lets specs stop, crash and configure the server, where it is ours. */
  readonly control?: AsteriskServer;
  /** To be awaited when the specs are done with it. */
  dispose(): Promise<void>;
}

/** What specs run against. */
export interface Target {
  readonly name: string;
  /** Absent where the server is somebody else's. */
  readonly version?: AsteriskVersion;
  start(options?: AsteriskServerOptions): Promise<GivenServer>;
}

/** The one server that `AMI_URL` names; else each version of Asterisk that the harness installs. */
export function targets(): readonly Target[] {
  const url = process.env['AMI_URL'] ?? '';
  return url === '' ? controlledTargets : [foreignTarget(url)];
}

/** Those that specs may stop, crash and configure. */
export const controlledTargets = asteriskVersions.map((version) => ({
  name: `Asterisk ${version}`,
  version,
  start: async (options?: AsteriskServerOptions) => {
    const control = await AsteriskServer.started(version, options);
    return { url: control.url(), control, dispose: () => control.dispose() };
  },
}));

function foreignTarget(url: string): Target {
  return {
    name: 'the server of AMI_URL',
    start: () => Promise.resolve({ url, dispose: () => Promise.resolve() }),
  };
}
