import { liveExchange } from '../../../lib/live/index.js';
import type { LiveExchange } from '../../../lib/live/index.js';
import type { AmiClient, AmiEvent } from '../../../lib/index.js';
import { differences } from '../../asterisk/support/live/differences.js';
import type { Difference, Facts } from '../../asterisk/support/live/differences.js';
import { listDifferences } from '../../asterisk/support/live/list-differences.js';
import { factKinds, factsOf } from './facts.js';
import type { FactKind } from './facts.js';
import type { Script } from './script.js';

/**
 * Where a live state differs from what the exchange tells somebody who has just come: from its lists, and from
 * a live state that is read from them.
 *
 * @param passMs - How long the lists may take.
 */
export function* stateDifferences(
  live: LiveExchange,
  witness: AmiClient,
  passMs: number,
): Script<Difference[]> {
  const lists = {
    channels: [] as AmiEvent[],
    bridges: [] as AmiEvent[],
    queues: [] as AmiEvent[],
  };
  const problems: Difference[] = [];
  let left = 4;
  const told = {
    error: (error: unknown) => problems.push({ field: '', text: `the witness: ${String(error)}` }),
    complete: () => left--,
  };
  const actions = { channels: 'CoreShowChannels', bridges: 'BridgeList', queues: 'QueueStatus' };
  for (const kind of ['channels', 'bridges', 'queues'] as const) {
    const name = actions[kind] as 'CoreShowChannels' | 'BridgeList' | 'QueueStatus';
    witness.list(name).subscribe({
      ...told,
      next: ({ message }: { readonly message: AmiEvent }) => lists[kind].push(message),
    });
  }
  const fresh = liveExchange(witness);
  const kept = fresh.state$.subscribe((state) => {
    if (state === 'live') left--;
  });
  for (let passes = 0; left > 0 && passes < 100; passes++) yield passMs;
  const found = [
    ...listDifferences(mapsOf(live), lists),
    ...factKinds.flatMap((kind) =>
      differences(kind, knownOf(kind, live, fresh), factsOf(kind, fresh)),
    ),
  ];
  kept.unsubscribe();
  return left > 0 ? [...problems, { field: '', text: 'the witness got no answer' }] : found;
}

/** Devices that are in use are kept until they rest, also those that the exchange keeps no states of. */
function knownOf(kind: FactKind, live: LiveExchange, fresh: LiveExchange): Map<string, Facts> {
  const known = factsOf(kind, live);
  if (kind !== 'devices') return known;
  return new Map(
    [...known].filter(([name, { state }]) => fresh.devices.current.has(name) || isResting(state)),
  );
}

function isResting(state: unknown): boolean {
  return (
    state === 'not-in-use' || state === 'unavailable' || state === 'invalid' || state === 'unknown'
  );
}

function mapsOf({ channels, bridges, calls, queues }: LiveExchange) {
  return {
    channels: channels.current,
    bridges: bridges.current,
    calls: calls.current,
    queues: queues.current,
  };
}
