/** What can happen to a call. */
export type TimelineType =
  | 'started'
  | 'dialing'
  | 'ringing'
  | 'answered'
  | 'dial-ended'
  | 'talking'
  | 'held'
  | 'resumed'
  | 'queued'
  | 'left-queue'
  | 'agent-connected'
  | 'agent-missed'
  | 'agent-completed'
  | 'abandoned'
  | 'transferred'
  | 'picked-up'
  | 'parked'
  | 'unparked'
  | 'conference-joined'
  | 'conference-left'
  | 'recording-started'
  | 'recording-stopped'
  | 'merged'
  | 'ended';

/** Something that has happened to a call. */
export interface TimelineEntry {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly type: TimelineType;
  /** Whom it happened to: a Uniqueid. */
  readonly channelId: string | undefined;
  /** What there is to add: a queue, a status, an extension. */
  readonly detail: string | undefined;
}

/** Two timelines in one; what both tell is told once. */
export function mergeTimelines(
  one: readonly TimelineEntry[],
  other: readonly TimelineEntry[],
): TimelineEntry[] {
  const news = other.filter((entry) => !one.some((known) => isSame(known, entry)));
  return [...one, ...news].sort((a, b) => a.at - b.at);
}

function isSame(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.at === b.at && a.type === b.type && a.channelId === b.channelId && a.detail === b.detail;
}
