import { setTimeout as sleep } from 'node:timers/promises';
import { fidelityConfig } from '../../testing/fidelity/config/fidelity-config.js';
import { readGolden, writeGolden } from '../../testing/fidelity/golden.js';
import { perform } from '../../testing/fidelity/perform.js';
import { scenarios } from '../../testing/fidelity/scenarios/index.js';
import { asteriskVersions } from '../support/asterisk-root.js';
import type { AsteriskVersion } from '../support/asterisk-root.js';
import { AsteriskServer } from '../support/asterisk-server.js';
import { Clients } from '../support/clients.js';
import { noteVersion } from '../support/seen.js';

/** With this set, what servers say becomes what is expected of them, and of the simulated exchange. */
const isWriting = process.env['RXJS_AMI_GOLDEN'] === 'write';

/** All scenarios, one after the other on a server of its own: what was heard, by their names. */
class Performance {
  readonly heard = new Map<string, Promise<string>>();
  readonly #clients = new Clients();
  #server: AsteriskServer | undefined;

  constructor(readonly version: AsteriskVersion) {}

  async start(): Promise<void> {
    this.#server = await AsteriskServer.started(this.version, { files: fidelityConfig });
    noteVersion(this.#server.exactVersion);
    const ami = await this.#clients.online(this.#server.url());
    const target = { ami, pass: (ms: number) => sleep(ms), close: () => Promise.resolve() };
    let before: Promise<unknown> = Promise.resolve();
    for (const scenario of scenarios) {
      const heard = before.then(() => perform(scenario, target));
      this.heard.set(scenario.name, heard);
      // The next one is not to blame.
      before = heard.catch(() => undefined);
    }
  }

  async end(): Promise<void> {
    await this.#server?.dispose();
    this.#clients.close();
  }
}

// Both at the same time: they are waiting for most of it.
const performances = asteriskVersions.map((version) => new Performance(version));

beforeAll(() => Promise.all(performances.map((one) => one.start())), 120_000);
afterAll(() => Promise.all(performances.map((one) => one.end())), 30_000);

describe.each(performances)('Asterisk $version', ({ version, heard }) => {
  it.each(scenarios)(
    'says in the scenario $name what is expected of the simulated exchange',
    async ({ name }) => {
      const text = await heard.get(name);
      if (isWriting) writeGolden(version, name, text ?? '');
      expect(text).toBe(readGolden(version, name));
    },
    90_000,
  );
});
