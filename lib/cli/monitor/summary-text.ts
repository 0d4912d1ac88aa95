import { clean } from '../text/clean.js';
import type { Paint } from '../text/paint.js';
import { toLength } from '../text/time.js';
import { toPartiesText, toPartyText } from './party.js';
import type { QueueSummary } from './queue-tally.js';
import type { Summary } from './tally.js';

/** The summary for people, some lines of text. */
export function toSummaryText(summary: Summary, paint: Paint): string[] {
  const { longest } = summary;
  const rows: [string, string][] = [
    ['calls', toCallsText(summary)],
    ['longest', longest === undefined ? '-' : toLongestText(longest)],
    ['talk time', `${toLength(summary.averageTalkMs)} on average`],
    ...summary.queues.map((queue): [string, string] => ['queue', toQueueText(queue)]),
    ['events', `${summary.events} in ${toLength(summary.durationMs)}`],
  ];
  return [
    paint('bold', 'Summary'),
    ...rows.map(([label, text]) => `  ${paint('dim', label.padEnd(10))} ${text}`),
  ];
}

/** The numbers of calls in one phrase. */
function toCallsText({ calls, answered, missed, up }: Summary): string {
  return `${calls} seen, ${answered} answered, ${missed} missed, ${up} still up`;
}

function toLongestText({ durationMs, who, with: others }: NonNullable<Summary['longest']>): string {
  const peers = others.length === 0 ? '' : ` with ${toPartiesText(others)}`;
  return `${toLength(durationMs)}, ${toPartyText(who)}${peers}`;
}

function toQueueText(summary: QueueSummary): string {
  const { queue, calls, answered, abandoned, waiting, longestWaitMs } = summary;
  const total = calls === 1 ? '1 call' : `${calls} calls`;
  const counts = `${total}, ${answered} answered, ${abandoned} abandoned, ${waiting} waiting`;
  return `${clean(queue)}: ${counts}, longest wait ${toLength(longestWaitMs)}`;
}
