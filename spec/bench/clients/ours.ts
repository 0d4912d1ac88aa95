import { filter, firstValueFrom, type Observable } from 'rxjs';
import type { Action, AmiEvent } from '../../../lib/wire/index.js';
import { target } from './target.js';

/** What the bench uses of our client; the names it asks for are in no catalogue. */
export interface Client {
  readonly status$: Observable<{ readonly state: string }>;
  readonly events$: Observable<AmiEvent>;
  readonly pending: number;
  event(name: string): Observable<unknown>;
  request(action: Action): Observable<unknown>;
}

interface Library {
  connect: (target: string, options?: object) => Client;
  createAction: (name: string, fields: Record<string, string>) => Action;
}

const built = new URL('../../../dist/esm/index.js', import.meta.url).href;

/** Our package, as built. */
export const library = (await import(built)) as Library;

/** Our client, once it is online. */
export async function dial(): Promise<Client> {
  const { host, port, username, secret } = target;
  const client = library.connect(`tcp://${username}:${secret}@${host}:${String(port)}`);
  await online(client);
  return client;
}

/** Waits until the client is online. */
export async function online({ status$ }: Client): Promise<void> {
  await firstValueFrom(status$.pipe(filter(({ state }) => state === 'online')));
}
