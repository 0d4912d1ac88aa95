import type {
  ActionRequest,
  ExchangeOptions,
  ExchangeSession,
} from '../../../lib/testing/index.js';
import { WatchedExchange } from '../../support/watched-exchange.js';
import { blocksOf } from './code-blocks.js';
import { readPage } from './pages.js';
import { Program } from './program.js';

/** What a server answers, by the name of the action. */
export type Answers = Readonly<Record<string, (request: ActionRequest) => void>>;

/** Servers and programs that live as long as one spec. */
export class Lab {
  readonly #servers: WatchedExchange[] = [];
  readonly #programs: Program[] = [];

  constructor() {
    afterEach(async () => {
      for (const program of this.#programs.splice(0)) await program.dispose();
      for (const server of this.#servers.splice(0)) await server.close();
    });
  }

  /** A server that answers as told, and otherwise as it does by itself. */
  async server(answers: Answers = {}, options: ExchangeOptions = {}): Promise<WatchedExchange> {
    const server = await WatchedExchange.listen({
      ...options,
      onAction: (request) => {
        const answer = answers[request.get('Action')];
        answer?.(request);
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
export async function loggedIn(server: WatchedExchange): Promise<ExchangeSession> {
  await until(() => server.clients.at(-1)?.username === 'admin');
  return server.client;
}

/** Resolves once a condition holds. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Never true: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The names of the actions that have come to a server, those of the logins excepted. */
export function asked(server: WatchedExchange): string[] {
  return server.asked.filter((name) => !/^(Challenge|Login)$/.test(name));
}
