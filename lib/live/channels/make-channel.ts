import type { AmiEvent } from '../../wire/index.js';
import { keepSame } from '../core/keep-same.js';
import { ownText } from '../core/own-text.js';
import type { Application, Channel } from './channel.js';
import type { Snapshot } from './snapshot-reader.js';

const noVariables: ReadonlyMap<string, string> = new Map();

/** A channel of which nothing is known but what any event says. */
export function newChannel(id: string, snapshot: Snapshot, startedAt: number): Channel {
  return {
    id,
    ...snapshot,
    application: undefined,
    bridgeId: undefined,
    otherHalf: undefined,
    variables: noVariables,
    isHeld: false,
    musicOnHold: undefined,
    startedAt,
    answeredAt: undefined,
    hangup: undefined,
  };
}

/** A channel as an event says that it is now. */
export function updatedChannel(known: Channel, snapshot: Snapshot, at: number): Channel {
  const isAnswered = snapshot.state === 'up' && known.state !== 'up';
  return keepSame(known, {
    ...known,
    ...snapshot,
    answeredAt: known.answeredAt ?? (isAnswered ? at : undefined),
  });
}

/** The application in an event; the same object where it is known already. */
export function readApplication(
  event: AmiEvent,
  dataField: string,
  known: Application | undefined,
): Application | undefined {
  const name = event.get('Application') ?? '';
  const data = event.get(dataField) ?? '';
  if (name === '') return undefined;
  if (known?.name === name && known.data === data) return known;
  return { name: ownText(name), data: ownText(data) };
}
