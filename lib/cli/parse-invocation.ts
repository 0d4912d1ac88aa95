import { parseArgs } from 'node:util';
import { parseAmiUrl } from '../transport/index.js';
import { commands } from './invocation.js';
import type { Command, Invocation } from './invocation.js';
import { parseDuration } from './parse-duration.js';
import { UsageError } from './usage-error.js';

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  url: { type: 'string' },
  demo: { type: 'boolean' },
  json: { type: 'boolean' },
  duration: { type: 'string' },
  name: { type: 'string', multiple: true },
  speed: { type: 'string' },
  listen: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>['values'];

const allowed: Record<Command, readonly (keyof Values)[]> = {
  monitor: ['url', 'demo', 'json', 'duration'],
  events: ['url', 'demo', 'json', 'duration', 'name'],
  action: ['url', 'json'],
  record: ['url', 'demo', 'duration'],
  replay: ['json', 'name', 'speed', 'listen'],
};

const expected = 'monitor, events, action, record or replay';

/**
 * Reads a command line.
 *
 * @throws UsageError for what makes no sense.
 */
export function parseInvocation(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Invocation {
  const { values, positionals } = parse(argv);
  const [word, ...rest] = positionals;
  const command = commands.find((name) => name === word);
  if (values.version === true) return { command: 'version' };
  if (values.help === true || word === 'help') {
    const topic = commands.find((name) => name === rest[0]);
    return { command: 'help', topic: command ?? topic };
  }
  if (word === undefined) throw new UsageError(`Which command? ${expected}`);
  if (command === undefined) {
    throw new UsageError(`The first argument is no command: expected ${expected}`);
  }
  for (const name of Object.keys(values) as (keyof Values)[]) {
    if (!allowed[command].includes(name)) {
      throw new UsageError(`--${name} does not go with ${command}`);
    }
  }
  const json = values.json === true;
  const names = values.name ?? [];
  if (command === 'replay') {
    const speed = parseSpeed(values.speed);
    return { command, file: parseFile(command, rest), json, names, speed, port: parsePort(values) };
  }
  const url = findUrl(values, env);
  if (command === 'action') return { command, url, json, ...parseAction(rest) };
  const durationMs = parseDuration(values.duration);
  if (command === 'record') return { command, url, file: parseFile(command, rest), durationMs };
  if (rest.length > 0) throw new UsageError(`${command} takes options only`);
  if (command === 'monitor') return { command, url, json, durationMs };
  return { command, url, json, durationMs, names };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(explain((error as Error).message));
  }
}

/** Node's own words repeat the argument, which may be a mistyped secret: only its name is kept. */
function explain(text: string): string {
  const name = /'(--?[a-z][a-z-]*)(?=[ ',=])/i.exec(text)?.[1];
  if (name === undefined) return 'There is an option that does not exist';
  if (text.startsWith('Unknown option')) return `There is no option ${name}`;
  return text.includes('does not take an argument')
    ? `${name} takes no value`
    : `${name} needs a value`;
}

function findUrl(
  values: Values,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (values.demo === true) {
    if (values.url !== undefined) throw new UsageError('Either --demo or --url, not both');
    return undefined;
  }
  const url = values.url ?? env['AMI_URL'] ?? '';
  if (url === '') {
    const demo = 'or try --demo (monitor, events and record)';
    throw new UsageError(`Which server? Give its URL by AMI_URL or --url, ${demo}`);
  }
  checkUrl(url);
  return url;
}

function checkUrl(url: string): void {
  let username: string | undefined;
  let secret: string | undefined;
  try {
    ({ username, secret } = parseAmiUrl(url));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (username === undefined || secret === undefined) {
    throw new UsageError('The URL has no user and secret: tcp://user:secret@host:port');
  }
}

function parseAction([name, ...rest]: readonly string[]): {
  name: string;
  fields: [string, string][];
} {
  if (name === undefined) throw new UsageError('Which action? As in: rxjs-ami action Ping');
  const fields = rest.map((argument, index): [string, string] => {
    const equals = argument.indexOf('=');
    if (equals < 1) throw new UsageError(`Argument ${index + 1} of ${name} is not Field=Value`);
    return [argument.slice(0, equals), argument.slice(equals + 1)];
  });
  return { name, fields };
}

function parseFile(command: Command, [file, ...rest]: readonly string[]): string {
  if (file === undefined) throw new UsageError(`Which file? As in: rxjs-ami ${command} monday.ami`);
  if (rest.length > 0) throw new UsageError(`${command} takes one file`);
  return file;
}

function parseSpeed(text = '1'): number {
  if (text === 'max') return Infinity;
  const speed = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : 0;
  if (speed > 0) return speed;
  throw new UsageError('--speed takes a number above 0, or max');
}

function parsePort({ listen }: Values): number | undefined {
  if (listen === undefined) return undefined;
  const port = /^\d{1,5}$/.test(listen) ? Number(listen) : Infinity;
  if (port <= 65_535) return port;
  throw new UsageError('--listen takes the number of a port, or 0 for any');
}
