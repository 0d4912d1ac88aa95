import type { Party } from '../channels/channel.js';
import type { Dial } from './dial.js';

/** Who has answered last, or else who was dialled last; a phone rather than a Local channel. */
export function calleeOf(dials: readonly Dial[], caller: Party): Party | undefined {
  const others = dials.filter(({ from }) => from !== undefined);
  const answered = others.filter(({ status }) => status === 'answered');
  const candidates = answered.length > 0 ? answered : others;
  const phones = candidates.filter(({ channel }) => !channel.startsWith('Local/'));
  const dial = phones.at(-1) ?? candidates.at(-1);
  if (dial?.member === undefined) return dial?.party;
  const { party, member } = dial;
  // A queue may show the caller's own number at a member who has none.
  const isCaller = party.number === caller.number && party.name === caller.name;
  if (isCaller) return { number: undefined, name: member };
  return party.name === undefined ? { number: party.number, name: member } : party;
}
