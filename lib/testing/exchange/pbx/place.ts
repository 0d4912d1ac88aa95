/** A place in the dialplan. */
export interface Place {
  readonly context: string;
  readonly exten: string;
  readonly priority: number;
}

/** Whether two are the same. */
export function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.context === other.context && one.exten === other.exten && one.priority === other.priority
  );
}
