import type { AmiClient } from '../../../lib/index.js';
import type { AsteriskVersion } from './asterisk-root.js';
import { AsteriskServer } from './asterisk-server.js';
import type { AsteriskServerOptions } from './asterisk-server.js';
import { Clients } from './clients.js';
import type { ClientOptions } from './clients.js';
import { hangUpAll } from './calls.js';
import { noteVersion } from './seen.js';
import type { GivenServer, Target } from './targets.js';
import { next } from './wait-for.js';

export interface LabOptions extends ClientOptions {
  /** Where to, if not to the server as the user who may do everything. */
  readonly url?: string;
}

/** A server for the specs of a `describe` block, with clients that live as long as one spec. */
export class Lab {
  readonly #clients = new Clients();

  constructor(
    private readonly givenUrl: () => string,
    cleanUp: (lab: Lab) => Promise<void> = () => Promise.resolve(),
  ) {
    afterEach(async () => {
      await cleanUp(this);
      this.#clients.close();
    });
  }

  get url(): string {
    return this.givenUrl();
  }

  /** A client that is yet to be online. */
  connect({ url = this.url, ...options }: LabOptions = {}): AmiClient {
    return this.#clients.connect(url, options);
  }

  online({ url = this.url, ...options }: LabOptions = {}): Promise<AmiClient> {
    return this.#clients.online(url, options);
  }
}

/** A lab whose server the specs may configure, stop and crash. */
export class ServerLab extends Lab {
  constructor(
    private readonly givenServer: () => AsteriskServer,
    cleanUp?: (lab: Lab) => Promise<void>,
  ) {
    super(() => givenServer().url(), cleanUp);
  }

  get server(): AsteriskServer {
    return this.givenServer();
  }
}

/** For specs that any server must pass. */
export function useTarget(target: Target): Lab {
  let given: GivenServer | undefined;
  beforeAll(async () => {
    given = await target.start();
    noteVersion(given.control?.exactVersion ?? (await askVersion(given.url)));
  });
  const lab = new Lab(() => started(given).url);
  afterAll(() => given?.dispose());
  return lab;
}

export interface ServerLabOptions extends AsteriskServerOptions {
  /** Whether each spec may leave calls behind, to be hung up before the next one. */
  readonly hangsUp?: boolean;
}

/** For specs that need a server of their own. */
export function useServer(
  version: AsteriskVersion,
  { hangsUp = false, ...options }: ServerLabOptions = {},
): ServerLab {
  let server: AsteriskServer | undefined;
  beforeAll(async () => {
    server = await AsteriskServer.started(version, options);
    noteVersion(server.exactVersion);
  });
  const lab = new ServerLab(
    () => started(server),
    // Whatever the names of the channels that it hangs up are made of.
    hangsUp
      ? async (one) => hangUpAll(await one.online({ explained: ['malformed-line'] }))
      : undefined,
  );
  afterAll(() => server?.dispose());
  return lab;
}

function started<T>(given: T | undefined): T {
  if (given === undefined) throw new Error('The server has not been started');
  return given;
}

async function askVersion(url: string): Promise<string> {
  const clients = new Clients();
  const client = await clients.online(url);
  const settings = await next(client.request('CoreSettings'));
  clients.close();
  return settings.get('AsteriskVersion') ?? 'of an unknown version';
}
