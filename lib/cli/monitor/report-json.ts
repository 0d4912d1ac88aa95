import type { Status } from '../../client/index.js';
import type { EndedCall, ShownCall, ShownTransfer } from './call.js';
import type { Report } from './monitor-model.js';
import { longestWaitMs } from './queue.js';
import type { ShownQueue } from './queue.js';
import type { Summary } from './tally.js';

/** A report as an object for programs; moments are ISO 8601, lengths milliseconds. */
export function toReportObject(report: Report, where: string): Record<string, unknown> {
  const head = { time: toIso(report.at), type: report.type };
  switch (report.type) {
    case 'status':
      return { ...head, server: where, ...toStatusObject(report.status) };
    case 'notice':
      return { ...head, text: report.text };
    case 'queue':
      return { ...head, ...toQueueObject(report.queue, report.at) };
    case 'queue-removed':
      return { ...head, queue: report.queue.name };
    case 'call-transferred':
      return { ...head, ...toCallObject(report.call), ...toTransferObject(report.transfer) };
    case 'call-merged':
      return { ...head, ...toCallObject(report.call), mergedInto: report.into.id };
    case 'call-ended':
      return { ...head, ...toEndObject(report.call) };
    default:
      return { ...head, ...toCallObject(report.call) };
  }
}

/** The summary as an object for programs. */
export function toSummaryObject(summary: Summary, at: number): Record<string, unknown> {
  return { time: toIso(at), type: 'summary', ...summary };
}

function toStatusObject(status: Status): Record<string, unknown> {
  if (status.state === 'online') return { state: status.state, version: status.version };
  if (status.state !== 'waiting') return { state: status.state };
  const { code, message } = status.cause;
  return { state: status.state, delayMs: status.delayMs, cause: { code, message } };
}

function toCallObject(call: ShownCall): Record<string, unknown> {
  return { ...call, startedAt: toIso(call.startedAt), since: toIso(call.since) };
}

function toEndObject(call: EndedCall): Record<string, unknown> {
  const [startedAt, endedAt] = [toIso(call.startedAt), toIso(call.endedAt)];
  const durationMs = call.endedAt - call.startedAt;
  return { ...call, startedAt, endedAt, durationMs, answered: call.result === 'answered' };
}

function toTransferObject({ type, by, to, isSuccessful }: ShownTransfer): Record<string, unknown> {
  return { transfer: type, by, to, isSuccessful };
}

function toQueueObject(queue: ShownQueue, at: number): Record<string, unknown> {
  const { name, waiting, members, available, talking, paused } = queue;
  const longest = longestWaitMs(queue, at);
  return { queue: name, waiting, longestWaitMs: longest, members, available, talking, paused };
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}
