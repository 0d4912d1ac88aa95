/** A message in a mailbox. */
export interface Message {
  readonly folder: 'INBOX' | 'Old';
  /** Such as `"Anna" <200>`. */
  readonly callerId: string;
  /** When it was left, in ms since 1970. */
  readonly leftAt: number;
  readonly durationMs: number;
  readonly id: string;
}
