/** The parts of a filter; all that are given must match. */
export interface EventFilterRule {
  /** Whether what matches is sent or kept back. */
  readonly action: 'include' | 'exclude';
  /** The exact name of the event. */
  readonly name?: string;
  /** The field whose value is looked at; without it, the whole text of the event. */
  readonly header?: string;
  /**
   * How `pattern` is compared. The whole text of an event begins with `Event: ` and ends with a
   * line break, so that without a `header` only `contains` and `regex` make sense.
   * @defaultValue 'exact' with a `header`, 'contains' without
   */
  readonly method?: 'exact' | 'starts_with' | 'ends_with' | 'contains' | 'regex';
  /** What is looked for; without it, name and header decide alone. */
  readonly pattern?: string;
}

/** How the pattern of a rule is compared. */
export function methodOf({ header, method }: EventFilterRule): string {
  return method ?? (header === undefined ? 'contains' : 'exact');
}
