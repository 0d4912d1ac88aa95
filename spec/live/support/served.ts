import { firstValueFrom, lastValueFrom } from 'rxjs';
import { connect } from '../../../lib/index.js';
import type { AmiClient } from '../../../lib/index.js';
import type { Live } from '../../../lib/live/core/live.js';
import { createExchange } from '../../../lib/testing/index.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import type { Lists } from './tracked.js';

/** The keys of a live state on a server that has these lists. */
export async function keysOf<V>(
  lists: Lists,
  liveOf: (ami: AmiClient) => Live<V>,
): Promise<string[]> {
  const server = await createExchange({
    onAction: (request) => {
      const name = [request.get('Action'), request.get('Conference')].filter(Boolean).join(' ');
      const entries = lists[name];
      if (entries === undefined) return false;
      request.list('A list will follow', entries.map(fieldsOf), `${request.get('Action')}Complete`);
      return true;
    },
  });
  const ami = connect(server.url);
  const values = await firstValueFrom(liveOf(ami).values$);
  await lastValueFrom(ami.end());
  await server.close();
  return [...values.keys()];
}

function fieldsOf(entry: AmiEvent): readonly [string, Readonly<Record<string, string>>] {
  const fields = Object.entries(entry.toObject() as Record<string, string>);
  const own = fields.filter(([name]) => name !== 'Event' && name !== 'ActionID');
  return [entry.name, Object.fromEntries(own)];
}
