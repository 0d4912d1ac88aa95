import type { AmiEvent } from '../../wire/index.js';
import { known, readSnapshot } from './channel.js';
import type { Channel, Snapshot } from './channel.js';

// Applications that have somebody at their other end, whom the list does not name.
const LINKING = /^(?:AppDial|AppQueue|Dial|Queue|FollowMe)$/;

/** What an entry of `CoreShowChannels` says of a channel. */
export interface Listed {
  readonly snapshot: Snapshot;
  readonly more: Partial<Channel>;
}

/**
 * Orders entries by the age of their channels, which is not the order of the list: the channel that
 * a call is named for, then by Uniqueid, which counts up within a second.
 */
export function byAge(a: AmiEvent, b: AmiEvent): number {
  return rankOf(a) - rankOf(b) || compareIds(a.get('Uniqueid') ?? '', b.get('Uniqueid') ?? '');
}

function rankOf(entry: AmiEvent): number {
  return entry.get('Uniqueid') === entry.get('Linkedid') ? 0 : 1;
}

function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** Reads an entry of `CoreShowChannels`. */
export function readListed(entry: AmiEvent): Listed | undefined {
  const snapshot = readSnapshot(entry);
  if (snapshot === undefined) return undefined;
  const application = entry.get('Application') ?? '';
  const [first] = (entry.get('ApplicationData') ?? '').split(',');
  const bridge = known(entry.get('BridgeId'));
  return {
    snapshot,
    more: {
      bridge,
      isLinked: LINKING.test(application),
      isParked: application === 'Park' && bridge !== undefined,
      room: application === 'ConfBridge' || application === 'MeetMe' ? first : undefined,
      queue: application === 'Queue' && bridge === undefined ? first : undefined,
    },
  };
}
