import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readText } from '../core/read-value.js';
import type { Bridge } from './bridge.js';

/** A bridge as an event or an entry of `BridgeList` says that it is; what is known is kept. */
export function readBridge(
  id: string,
  event: AmiEvent,
  known: Bridge | undefined,
  channels: readonly string[],
  startedAt?: number,
): Bridge {
  // Without a mode there is none, and no such field.
  const hasMode = event.get('BridgeVideoSourceMode') !== 'none';
  const videoSource = hasMode ? readText(event, 'BridgeVideoSource') : undefined;
  const type = textOf(event, 'BridgeType', known?.type);
  const technology = textOf(event, 'BridgeTechnology', known?.technology);
  const creator = known?.creator ?? readText(event, 'BridgeCreator');
  const name = known?.name ?? readText(event, 'BridgeName');
  // As `keepSame`, which takes longer where there are so many fields.
  const isSame =
    type === known?.type &&
    technology === known.technology &&
    creator === known.creator &&
    name === known.name &&
    channels === known.channels &&
    videoSource === known.videoSource;
  if (isSame) return known;
  return {
    id: known?.id ?? id,
    type,
    technology,
    creator,
    name,
    channels,
    videoSource,
    startedAt: known === undefined ? startedAt : known.startedAt,
    mergedInto: known?.mergedInto,
  };
}

function textOf(event: AmiEvent, name: string, known = ''): string {
  const text = event.get(name) ?? known;
  return text === known ? known : ownText(text);
}
