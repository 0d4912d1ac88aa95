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
