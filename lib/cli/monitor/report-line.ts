import { toStatusText } from '../status-text.js';
import { clean } from '../text/clean.js';
import type { Paint } from '../text/paint.js';
import { toClock, toLength } from '../text/time.js';
import { isConnectedState } from './call.js';
import type { EndedCall, ShownCall, ShownTransfer } from './call.js';
import { toEndText, toPlaceText, toStateText } from './call-words.js';
import type { Report } from './monitor-model.js';
import { toPartiesText, toPartyText } from './party.js';
import { longestWaitMs } from './queue.js';
import type { ShownQueue } from './queue.js';

/** A report as one line of text: time, what, who. */
export function toReportLine(report: Report, where: string, paint: Paint): string {
  const [word, text] = toWords(report, where);
  return `${paint('dim', toClock(report.at))}  ${word.padEnd(13)}  ${text}`;
}

function toWords(report: Report, where: string): [what: string, text: string] {
  switch (report.type) {
    case 'status':
      return report.status.state === 'online'
        ? ['online', `${where}, AMI ${clean(report.status.version)}`]
        : ['disconnected', toStatusText(report.status)];
    case 'notice':
      return ['notice', clean(report.text)];
    case 'queue':
      return ['queue', toQueueText(report.queue, report.at)];
    case 'queue-removed':
      return ['queue', `${clean(report.queue.name)}: removed`];
    case 'call-added':
      return ['new call', `${toCallText(report.call)}  ${toStateText(report.call)}`];
    case 'call-state':
      return [toStateText(report.call), toCallText(report.call)];
    case 'call-connected':
      return ['connected', toCallText(report.call)];
    case 'call-transferred':
      return ['transferred', `${toPartyText(report.call.who)}  ${toTransferText(report.transfer)}`];
    case 'call-merged':
      return [
        'merged',
        `${toPartyText(report.call.who)}  goes on with ${toPartyText(report.into.who ?? {})}`,
      ];
    case 'call-ended':
      return ['ended', toEndLine(report.call)];
  }
}

/** Who and with whom, or where. */
function toCallText(call: ShownCall): string {
  return toSidesText(call, isConnectedState(call.state) ? '↔' : '→');
}

function toSidesText(call: ShownCall | EndedCall, arrow: string): string {
  const { who, with: others } = call;
  const place = toPlaceText(call);
  if (others.length === 0)
    return place === '' ? toPartyText(who) : `${toPartyText(who)} → ${place}`;
  const via = place === '' ? '' : ` (${place})`;
  return `${toPartyText(who)} ${arrow} ${toPartiesText(others)}${via}`;
}

function toEndLine(call: EndedCall): string {
  const sides = toSidesText(call, call.result === 'answered' ? '↔' : '→');
  const lasted = `lasted ${toLength(call.endedAt - call.startedAt)}`;
  const talked = call.talkMs > 0 ? `, talked ${toLength(call.talkMs)}` : '';
  return `${sides}  ${toEndText(call)}, ${lasted}${talked}`;
}

function toTransferText({ type, by, to, isSuccessful }: ShownTransfer): string {
  const target = typeof to === 'string' ? clean(to) : toPartyText(to ?? {});
  const outcome = isSuccessful ? '' : ', which failed';
  return `${type} transfer by ${toPartyText(by)} to ${target}${outcome}`;
}

function toQueueText(queue: ShownQueue, at: number): string {
  const { name, waiting, available, talking, paused } = queue;
  const longest = waiting === 0 ? '' : ` (longest ${toLength(longestWaitMs(queue, at))})`;
  const members = `${available} available, ${talking} talking, ${paused} paused`;
  return `${clean(name)}: ${waiting} waiting${longest}, ${members}`;
}
