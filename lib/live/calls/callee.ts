import type { Party } from '../channels/channel.js';
import type { Dial } from './dial.js';
import { isLocalName } from '../channels/is-local-name.js';

/** Who has answered last, or else who was dialled last; a phone rather than a Local channel. */
export function calleeOf(dials: readonly Dial[], caller: Party): Party | undefined {
  let best: Dial | undefined;
  for (const dial of dials) {
    if (dial.from !== undefined && (best === undefined || isAsGood(dial, best))) best = dial;
  }
  if (best?.member === undefined) return best?.party;
  const { party, member } = best;
  // A queue may show the caller's own number at a member who has none.
  const isCaller = party.number === caller.number && party.name === caller.name;
  if (isCaller) return { number: undefined, name: member };
  return party.name === undefined ? { number: party.number, name: member } : party;
}

function isAsGood(dial: Dial, best: Dial): boolean {
  const isAnswered = dial.status === 'answered';
  if (isAnswered !== (best.status === 'answered')) return isAnswered;
  return !isLocalName(dial.channel) || isLocalName(best.channel);
}
