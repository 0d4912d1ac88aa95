import { channel, tracingChannel } from 'node:diagnostics_channel';
import type { Address } from '../transport/index.js';
import type { Status } from './status.js';

/**
 * What is published of an action on Node's `tracing:rxjs-ami:action:*` channels: `start` when it is
 * written, `asyncEnd` when it has its answer, `error` before that if it fails. The same object
 * is passed to each, so that a tracing tool can keep its span on it. No field values are in it.
 */
export interface ActionTrace {
  readonly host: string;
  readonly port: number;
  readonly action: string;
  readonly actionId: string;
  error?: unknown;
}

/** What is published on the channel `rxjs-ami:status`. */
export interface StatusTrace {
  readonly host: string;
  readonly port: number;
  readonly status: Status;
}

const actions = tracingChannel<unknown, ActionTrace>('rxjs-ami:action');
const statuses = channel('rxjs-ami:status');

/** Publishes that an action is written; `undefined` if nobody listens to actions. */
export function traceStart(
  { host, port }: Address,
  action: string,
  actionId: string,
): ActionTrace | undefined {
  if (
    !actions.start.hasSubscribers &&
    !actions.asyncEnd.hasSubscribers &&
    !actions.error.hasSubscribers
  ) {
    return undefined;
  }
  const trace: ActionTrace = { host, port, action, actionId };
  actions.start.publish(trace);
  return trace;
}

/** Publishes that an action has ended. */
export function traceEnd(trace: ActionTrace | undefined, error?: unknown): void {
  if (trace === undefined) return;
  if (error !== undefined) {
    trace.error = error;
    actions.error.publish(trace);
  }
  actions.asyncEnd.publish(trace);
}

/** Publishes where a client stands. */
export function traceStatus({ host, port }: Address, status: Status): void {
  if (statuses.hasSubscribers) statuses.publish({ host, port, status } satisfies StatusTrace);
}
