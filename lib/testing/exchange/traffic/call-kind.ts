/** What happens to a call of {@link Exchange.traffic}. */
export const callKinds = [
  /** Two talk, and one hangs up. */
  'answered',
  /** The callee is busy. */
  'busy',
  /** Nobody answers until the exchange gives up. */
  'unanswered',
  /** The caller hangs up while it rings. */
  'abandoned',
  /** Two talk, one puts the other on hold for a while. */
  'held',
  /** The callee transfers the caller to a colleague, unannounced. */
  'blind-transfer',
  /** The callee asks a colleague before he hands the caller over. */
  'attended-transfer',
  /** The callee parks the caller; a colleague fetches him, or nobody does. */
  'parked',
  /** The caller waits in a queue, and an agent answers. */
  'queue',
  /** The caller waits in a queue, and gives up. */
  'queue-abandoned',
  /** The caller joins a conference for a while. */
  'conference',
] as const;

/** What happens to a call of {@link Exchange.traffic}. */
export type CallKind = (typeof callKinds)[number];

/** How often each kind occurs where nothing else is wanted. */
export const defaultMix: Readonly<Record<CallKind, number>> = {
  ...{ answered: 30, busy: 6, unanswered: 3, abandoned: 6, held: 8 },
  ...{ 'blind-transfer': 7, 'attended-transfer': 5, parked: 4 },
  ...{ queue: 22, 'queue-abandoned': 5, conference: 4 },
};
