import { AmiServer } from '../../../lib/testing/index.js';
import type { AmiServerConnection, AmiServerOptions } from '../../../lib/testing/index.js';
import type { Message } from '../../../lib/index.js';
import { blocksOf } from './code-blocks.js';
import { readPage } from './pages.js';
import { Program } from './program.js';

/** What a server answers, by the name of the action. */
export type Answers = Readonly<
  Record<string, (action: Message, connection: AmiServerConnection) => void>
>;

/** Servers and programs that live as long as one spec. */
export class Lab {
  readonly #servers: AmiServer[] = [];
  readonly #programs: Program[] = [];

  constructor() {
    afterEach(async () => {
      for (const program of this.#programs.splice(0)) await program.dispose();
      for (const server of this.#servers.splice(0)) await server.close();
    });
  }

  /** A server that answers as told, and otherwise as it does by itself. */
  async server(answers: Answers = {}, options: AmiServerOptions = {}): Promise<AmiServer> {
    const server = await AmiServer.listen({
      ...options,
      onAction: (action, connection) => {
        const answer = answers[action.get('Action') ?? ''];
        answer?.(action, connection);
        return answer !== undefined;
      },
    });
    this.#servers.push(server);
    return server;
  }

  /** Starts the program of a recipe; the environment names the server. */
  async start(
    page: string,
    env: Readonly<Record<string, string>>,
    args: readonly string[] = [],
  ): Promise<Program> {
    return this.startCode(programOf(page), env, args);
  }

  async startCode(
    code: string,
    env: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
  ): Promise<Program> {
    const program = await Program.start(code, env, args);
    this.#programs.push(program);
    return program;
  }
}

/** A program of a page, by its number from 0. */
export function programOf(page: string, index = 0): string {
  const block = blocksOf(readPage(page)).filter(({ language }) => language === 'ts')[index];
  if (block === undefined) throw new Error(`${page} has no such program`);
  return block.code;
}

/** Resolves once the newest client of a server is logged in. */
export async function loggedIn(server: AmiServer): Promise<AmiServerConnection> {
  await until(() => server.connections.at(-1)?.isLoggedIn === true);
  return server.connection;
}

/** Resolves once a condition holds. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Never true: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The names of the actions that have come from a client, those of the login excepted. */
export function asked({ actions }: AmiServerConnection): string[] {
  return actions
    .map((action) => action.get('Action') ?? '')
    .filter((name) => !/^(Challenge|Login)$/.test(name));
}
