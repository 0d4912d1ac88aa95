/** A mailbox, and how many messages are in it. Its values do not change; an event makes a new one. */
export interface Mailbox {
  /** Its name within the context, such as `1234`. */
  readonly mailbox: string;
  /** The voicemail context; `undefined` of mailboxes of other systems that have none. */
  readonly context: string | undefined;
  /** Whose it is, by the configuration. */
  readonly fullName: string | undefined;
  /** Whether the lamp is on: there are new messages. */
  readonly isWaiting: boolean;
  /** New messages, urgent ones included. */
  readonly newMessages: number;
  /** Messages that have been heard and kept. */
  readonly oldMessages: number;
}
