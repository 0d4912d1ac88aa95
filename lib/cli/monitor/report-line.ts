import { toStatusText } from '../status-text.js';
import { clean } from '../text/clean.js';
import type { Paint } from '../text/paint.js';
import { toClock, toLength } from '../text/time.js';
import { isConnectedState } from './call.js';
import type { Call, EndedCall } from './call.js';
import { toEndText, toPlaceText, toStateText } from './call-words.js';
import type { Report } from './monitor-model.js';
import { toPartiesText, toPartyText } from './party.js';

/** A report as one line of text: time, what, who. */
export function toReportLine(report: Report, where: string, paint: Paint): string {
  const line = (word: string, text: string): string =>
    `${paint('dim', toClock(report.at))}  ${word.padEnd(13)}  ${text}`;
  switch (report.type) {
    case 'status':
      return report.status.state === 'online'
        ? line('online', `${where}, AMI ${clean(report.status.version)}`)
        : line('disconnected', toStatusText(report.status));
    case 'notice':
      return line('notice', clean(report.text));
    case 'call-added':
      return line('new call', `${toCallText(report.call)}  ${toStateText(report.call)}`);
    case 'call-state':
      return line(toStateText(report.call), toCallText(report.call));
    case 'call-connected':
      return line('connected', toCallText(report.call));
    case 'call-ended':
      return line('ended', `${toCallText(report.call)}  ${toEndLine(report.call)}`);
  }
}

/** Who and with whom, or where. */
function toCallText(call: Call | EndedCall): string {
  const { who, with: others } = call;
  const isConnected = 'answered' in call ? call.answered : isConnectedState(call.state);
  const arrow = isConnected ? '↔' : '→';
  const place = toPlaceText(call);
  if (others.length === 0)
    return place === '' ? toPartyText(who) : `${toPartyText(who)} → ${place}`;
  const via = call.queue === undefined ? '' : ` (${place})`;
  return `${toPartyText(who)} ${arrow} ${toPartiesText(others)}${via}`;
}

function toEndLine(call: EndedCall): string {
  const lasted = `lasted ${toLength(call.endedAt - call.startedAt)}`;
  const talked = call.talkMs > 0 ? `, talked ${toLength(call.talkMs)}` : '';
  return `${toEndText(call)}, ${lasted}${talked}`;
}
