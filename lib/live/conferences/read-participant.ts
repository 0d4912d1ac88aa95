import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readFlag, readText } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';
import { readParty } from '../core/read-party.js';
import type { Participant } from './conference.js';

/** Reads the channel of an event, or of an entry of `ConfbridgeList`; no channel is `undefined`. */
export function readParticipant(
  event: AmiEvent,
  known: Participant | undefined,
): Participant | undefined {
  const channelId = event.get('Uniqueid') ?? '';
  if (channelId === '') return undefined;
  return keepSame(known, {
    channelId: known?.channelId ?? ownText(channelId),
    channel: readText(event, 'Channel') ?? known?.channel ?? '',
    caller: readParty(event, 'CallerID', known?.caller),
    isAdmin: readFlag(event, 'Admin') ?? known?.isAdmin ?? false,
    isMuted: readFlag(event, 'Muted') ?? known?.isMuted ?? false,
    isTalking: readFlag(event, 'Talking') ?? known?.isTalking ?? false,
    isMarked: readFlag(event, 'MarkedUser') ?? known?.isMarked,
    isWaiting: readFlag(event, 'Waiting') ?? known?.isWaiting,
    joinedAt: known?.joinedAt,
  });
}
