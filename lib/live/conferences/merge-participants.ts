import type { AmiEvent } from '../../wire/index.js';
import { keepSame } from '../core/keep-same.js';
import type { Participant } from './conference.js';
import { readParticipant } from './read-participant.js';
import type { SinceAsked } from './since-asked.js';

type Participants = ReadonlyMap<string, Participant>;

/**
 * Who is in a conference, by a list. Who left since it was asked for stays away, who came since then
 * need not be in it. What only lists say stays as it is of those who are known.
 */
export function mergeParticipants(
  known: Participants,
  entries: readonly AmiEvent[],
  since: SinceAsked,
): Participants {
  const listed = new Map<string, Participant>();
  for (const entry of entries) {
    const before = known.get(entry.get('Uniqueid') ?? '');
    const participant = readParticipant(entry, before);
    if (participant === undefined) continue;
    const { channelId } = participant;
    if (before === undefined && since.left.has(channelId)) continue;
    const { isMarked, isWaiting } = before ?? participant;
    listed.set(channelId, keepSame(before, { ...participant, isMarked, isWaiting }));
  }
  const merged = new Map<string, Participant>();
  for (const [id, participant] of known) {
    const now = listed.get(id) ?? (since.came.has(id) ? participant : undefined);
    if (now !== undefined) merged.set(id, now);
  }
  for (const [id, participant] of listed) merged.set(id, participant);
  return isSame(known, merged) ? known : merged;
}

/** The same participants, with what only lists say of them. */
export function markParticipants(known: Participants, entries: readonly AmiEvent[]): Participants {
  const merged = new Map(known);
  for (const entry of entries) {
    const before = known.get(entry.get('Uniqueid') ?? '');
    if (before === undefined) continue;
    const { isMarked, isWaiting } = readParticipant(entry, before) ?? before;
    merged.set(before.channelId, keepSame(before, { ...before, isMarked, isWaiting }));
  }
  return isSame(known, merged) ? known : merged;
}

function isSame(known: Participants, merged: Participants): boolean {
  if (known.size !== merged.size) return false;
  return [...merged].every(([id, participant]) => known.get(id) === participant);
}
