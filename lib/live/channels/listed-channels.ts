import { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readDuration, readText } from '../core/read-value.js';
import type { Listed } from '../core/reconcile.js';
import type { Channel } from './channel.js';
import { having, newChannel, readApplication, updatedChannel } from './make-channel.js';
import { SnapshotReader } from './snapshot-reader.js';

const reader = new SnapshotReader();

/** The entries of `CoreShowChannels` by Uniqueid; what is no channel is left out. */
export function listedChannels(entries: readonly AmiEvent[], at: number): Listed<Channel> {
  const listed = new Map<string, (known: Channel | undefined) => Channel>();
  for (const entry of entries) {
    const whole = reader.find(entry) < 0 ? withBlock(entry) : entry;
    if (whole === undefined) continue;
    const id = ownText(reader.idAt(whole, reader.find(whole)));
    listed.set(id, (known) => merge(id, whole, known, at));
  }
  return listed;
}

/** An entry in which the fields of the channel are together. */
function withBlock(entry: AmiEvent): AmiEvent | undefined {
  const block = reader.rearrange(entry);
  return block === undefined ? undefined : new AmiEvent([...block.lines, ...entry.lines.slice(1)]);
}

function merge(id: string, entry: AmiEvent, known: Channel | undefined, at: number): Channel {
  const start = reader.find(entry);
  const application = readApplication(entry, 'ApplicationData', known?.application);
  const bridgeId = readText(entry, 'BridgeId');
  const snapshot = reader.read(entry, start, known);
  if (
    known !== undefined &&
    snapshot === known &&
    application === known.application &&
    bridgeId === known.bridgeId
  ) {
    return known;
  }
  const channel =
    known === undefined
      ? newChannel(id, snapshot, at - (readDuration(entry, 'Duration') ?? 0))
      : updatedChannel(known, snapshot, at);
  // Who has left the bridge holds nobody there.
  const isHeld = channel.isHeld && bridgeId === channel.bridgeId;
  const there = having(having(channel, 'application', application), 'bridgeId', bridgeId);
  return having(there, 'isHeld', isHeld);
}
