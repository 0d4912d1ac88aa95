import type { AmiEvent } from '../../wire/index.js';
import { keepSame } from '../core/keep-same.js';
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
  return keepSame(known, {
    id: known?.id ?? id,
    type: textOf(event, 'BridgeType', known?.type),
    technology: textOf(event, 'BridgeTechnology', known?.technology),
    creator: known?.creator ?? readText(event, 'BridgeCreator'),
    name: known?.name ?? readText(event, 'BridgeName'),
    channels,
    videoSource: readText(event, 'BridgeVideoSource'),
    startedAt: known === undefined ? startedAt : known.startedAt,
    mergedInto: known?.mergedInto,
  });
}

function textOf(event: AmiEvent, name: string, known = ''): string {
  const text = event.get(name) ?? known;
  return text === known ? known : ownText(text);
}
