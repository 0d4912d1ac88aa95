import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readNumber } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';
import type { Queue, QueueCaller } from './queue.js';
import { keepText, readParty, textIn } from './read-names.js';

type Line = Queue['waiting'];

/**
 * Somebody has joined, in front of others or behind them. Who waits already keeps the place: a list
 * may have been quicker than the event.
 */
export function joinLine(waiting: Line, event: AmiEvent, id: string, at: number): Line {
  if (waiting.some(({ channelId }) => channelId === id)) return waiting;
  const last = waiting.length + 1;
  const position = Math.min(Math.max(1, readNumber(event, 'Position') ?? last), last);
  const caller = readCaller(event, id, position, undefined, at);
  return inOrder([...waiting.slice(0, position - 1), caller, ...waiting.slice(position - 1)]);
}

/** Somebody waits no more, and those behind move up. */
export function leaveLine(waiting: Line, id: string): Line {
  const rest = waiting.filter(({ channelId }) => channelId !== id);
  return rest.length === waiting.length ? waiting : inOrder(rest);
}

/** Those who wait, of whom somebody is called otherwise. */
export function renameCaller(waiting: Line, event: AmiEvent, id: string): Line {
  const renamed = waiting.map((known) =>
    known.channelId === id ? readCaller(event, id, known.position, known, known.joinedAt) : known,
  );
  return keepLine(waiting, renamed);
}

/** Those who wait, by the entries of a list. */
export function listedLine(known: Line, entries: readonly AmiEvent[], at: number): Line {
  const byId = new Map(known.map((caller) => [caller.channelId, caller]));
  const listed = new Map<string, QueueCaller>();
  for (const entry of entries) {
    const id = textIn(entry, 'Uniqueid');
    if (id === undefined) continue;
    const position = readNumber(entry, 'Position') ?? listed.size + 1;
    const joinedAt = at - Math.max(0, readNumber(entry, 'Wait') ?? 0) * 1000;
    listed.set(id, readCaller(entry, id, position, byId.get(id), joinedAt));
  }
  const waiting = inOrder([...listed.values()].sort((a, b) => a.position - b.position));
  return keepLine(known, waiting);
}

/** Those who wait, with the names and priorities that a list gives them. */
export function relistedLine(known: Line, entries: readonly AmiEvent[]): Line {
  const listed = new Map(entries.map((entry) => [textIn(entry, 'Uniqueid'), entry]));
  return keepLine(
    known,
    known.map((caller) => {
      const { channelId, position, joinedAt } = caller;
      const entry = listed.get(channelId);
      return entry === undefined
        ? caller
        : readCaller(entry, channelId, position, caller, joinedAt);
    }),
  );
}

function readCaller(
  event: AmiEvent,
  id: string,
  position: number,
  known: QueueCaller | undefined,
  joinedAt: number,
): QueueCaller {
  return keepSame(known, {
    channelId: known?.channelId ?? ownText(id),
    channel: keepText(textIn(event, 'Channel'), known?.channel ?? ''),
    caller: readParty(event, 'CallerID', known?.caller),
    connected: readParty(event, 'ConnectedLine', known?.connected),
    position,
    joinedAt: known?.joinedAt ?? joinedAt,
    // In events it is that of the dialplan.
    priority: event.name === 'QueueEntry' ? readNumber(event, 'Priority') : known?.priority,
  });
}

function inOrder(waiting: Line): Line {
  return waiting.map((caller, i) =>
    caller.position === i + 1 ? caller : { ...caller, position: i + 1 },
  );
}

function keepLine(known: Line, waiting: Line): Line {
  const isSame = waiting.length === known.length && waiting.every((one, i) => one === known[i]);
  return isSame ? known : waiting;
}
