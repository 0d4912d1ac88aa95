/** Hangup causes that occur here (causes.h), with what `Cause-txt` says of them. */
const texts: Readonly<Record<number, string>> = {
  0: 'Unknown',
  1: 'Unallocated (unassigned) number',
  16: 'Normal Clearing',
  17: 'User busy',
  18: 'No user responding',
  19: 'User alerting, no answer',
  20: 'Subscriber absent',
  21: 'Call Rejected',
  26: 'Answered elsewhere',
  34: 'Circuit/channel congestion',
  127: 'Interworking, unspecified',
};

/** The causes by their names. */
export const hangupCause = {
  notDefined: 0,
  unallocated: 1,
  normalClearing: 16,
  userBusy: 17,
  noUserResponse: 18,
  noAnswer: 19,
  subscriberAbsent: 20,
  callRejected: 21,
  answeredElsewhere: 26,
  congestion: 34,
} as const;

/** What Asterisk calls a cause. */
export function causeText(cause: number): string {
  return texts[cause] ?? 'Unknown';
}
