/** An event that Asterisk's documentation lacks, or has no more. */
export interface HandWrittenEvent {
  /** The file it belongs to, such as `queue`. */
  readonly family: string;
  /** Its classes, such as `call`; none for the entries of lists. */
  readonly classes?: readonly string[];
  /** Which versions have it, as people say it, such as `16, 22` or `to 11`. */
  readonly versions: string;
  /**
   * Its fields, with blanks between them: names, whose kinds are in `field-kinds.ts`; `Name=kind`
   * where that differs here; `@channel` and `@bridge` for the fields of a snapshot, `@channel:Dest`
   * for those under a prefix.
   */
  readonly fields: string;
}

/** The fields of an action's response, written in the same way. */
export type ResponseFields = string;
