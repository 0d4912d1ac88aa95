import type { Look } from '../text/paint.js';
import { toClock, toLength } from '../text/time.js';
import { isConnectedState } from './call.js';
import type { EndedCall, ShownCall, ShownState } from './call.js';
import { toEndText, toPlaceText, toStateText } from './call-words.js';
import { toPartiesText, toPartyText, toShortPartyText } from './party.js';
import type { Party } from './party.js';
import type { Cell } from './screen-table.js';

const looks: Record<ShownState, Look> = {
  dialling: 'cyan',
  ringing: 'yellow',
  queued: 'yellow',
  talking: 'green',
  held: 'blue',
  conference: 'green',
  parked: 'blue',
  up: 'cyan',
};

/** The cells of a call: since when, who, with whom, state, for how long. */
export function toCells(call: ShownCall, calls: readonly ShownCall[], at: number): Cell[] {
  const isConnected = isConnectedState(call.state);
  return [
    { text: toClock(call.startedAt), look: 'dim' },
    toWhoCell(call.who),
    { ...toOtherSide(call, calls), ...(isConnected ? {} : { look: 'dim' }) },
    { text: toStateText(call), look: looks[call.state] },
    { text: toLength(at - call.since) },
  ];
}

/** The cells of a call that is over: when, who, with whom, how it ended, how long it was. */
export function toEndedCells(call: EndedCall): Cell[] {
  return [
    { text: toClock(call.endedAt), look: 'dim' },
    dim(toWhoCell(call.who)),
    dim(toPeersCell(call)),
    { text: toEndText(call), look: call.result === 'answered' ? 'dim' : 'red' },
    { text: toLength(call.endedAt - call.startedAt), look: 'dim' },
  ];
}

/** The same cell, of no interest at the moment. */
export function dim(cell: Cell): Cell {
  return { ...cell, look: 'dim' };
}

function toWhoCell(party: Party): Cell {
  return { text: toPartyText(party), short: toShortPartyText(party) };
}

function toOtherSide(call: ShownCall, calls: readonly ShownCall[]): Cell {
  if (call.room === undefined) return toPeersCell(call);
  const size = calls.filter(({ room }) => room === call.room).length;
  return { text: `${toPlaceText(call)} (${size})` };
}

/** The others, or the place if there is nobody else. */
function toPeersCell(call: ShownCall | EndedCall): Cell {
  const place = toPlaceText(call);
  if (call.with.length === 0) return { text: place };
  const text = toPartiesText(call.with);
  const short = toPartiesText(call.with, toShortPartyText);
  return { text: place === '' ? text : `${text} (${place})`, short };
}
