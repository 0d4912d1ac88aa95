import { ActionError, createAction, listActions } from '../../../lib/index.js';
import type { ActionFields, AmiClient, ListAction, UntypedEvent } from '../../../lib/index.js';
import { next } from './wait-for.js';

/** The library's own table, to be held against what servers do. */
export const table: Readonly<Record<string, ListAction>> = listActions;

/** How a server answered a list action. */
export interface ListAnswer {
  readonly entries: readonly UntypedEvent[];
  /** The event that ended it, by name. */
  readonly complete?: string | undefined;
  /** What the server says, where it refuses. */
  readonly refusal?: string | undefined;
}

export async function askList(
  ami: AmiClient,
  name: string,
  fields?: ActionFields,
): Promise<ListAnswer> {
  try {
    const { entries, complete } = await next(ami.collect(createAction(name, fields)));
    return { entries, complete: complete?.Event };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return { entries: [], refusal: error.response.get('Message') };
  }
}

/** The names of the entries, each once, in order of appearance. */
export function entryNames({ entries }: ListAnswer): string[] {
  return [...new Set(entries.map(({ Event }) => Event))];
}

/** Those of the table that the server knows. */
export async function listsOf(ami: AmiClient): Promise<string[]> {
  const commands = await next(ami.request('ListCommands'));
  return Object.keys(table).filter((name) => commands.has(name));
}

/** Collects events that should not be there: the parts of lists are no news. */
export function leakedParts(ami: AmiClient): string[] {
  const parts = new Set(
    Object.values(table).flatMap(({ entries, complete = '', broadcast }) =>
      broadcast !== undefined ? [] : [...entries, complete],
    ),
  );
  const leaked: string[] = [];
  ami.events$.subscribe(({ name, actionId }) => {
    if (parts.has(name) && (actionId !== undefined || name === 'PeerEntry')) leaked.push(name);
  });
  return leaked;
}
