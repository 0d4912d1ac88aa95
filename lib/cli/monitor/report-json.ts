import type { Status } from '../../client/index.js';
import { isEnded } from './call.js';
import type { Call, EndedCall } from './call.js';
import type { Report } from './monitor-model.js';
import type { Summary } from './tally.js';

/** A report as an object for programs; moments are ISO 8601, lengths milliseconds. */
export function toReportObject(report: Report, where: string): Record<string, unknown> {
  const head = { time: toIso(report.at), type: report.type };
  switch (report.type) {
    case 'status':
      return { ...head, server: where, ...toStatusObject(report.status) };
    case 'notice':
      return { ...head, text: report.text };
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

function toCallObject(call: Call | EndedCall): Record<string, unknown> {
  const startedAt = toIso(call.startedAt);
  if (!isEnded(call)) return { ...call, startedAt, since: toIso(call.since) };
  const durationMs = call.endedAt - call.startedAt;
  return { ...call, startedAt, endedAt: toIso(call.endedAt), durationMs };
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}
