import type { Party } from '../channels/channel.js';
import type { Dial } from './dial.js';

/** Who has answered last, or else who was dialled last; a phone rather than a Local channel. */
export function calleeOf(dials: readonly Dial[]): Party | undefined {
  const others = dials.filter(({ from }) => from !== undefined);
  const answered = others.filter(({ status }) => status === 'answered');
  const candidates = answered.length > 0 ? answered : others;
  const phones = candidates.filter(({ channel }) => !channel.startsWith('Local/'));
  const dial = phones.at(-1) ?? candidates.at(-1);
  if (dial?.member === undefined || dial.party.name !== undefined) return dial?.party;
  return { number: dial.party.number, name: dial.member };
}
