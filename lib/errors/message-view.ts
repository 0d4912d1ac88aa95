/**
 * The reading half of a `Message`, as errors carry it.
 *
 * At run time it is the `Response` (or, for an Originate that failed later, the `AmiEvent`) itself.
 */
export interface MessageView {
  /** The first value of a field, whatever its case, or `undefined`. */
  get(name: string): string | undefined;
  /** Every value of a field, in order. */
  getAll(name: string): string[];
  /** Whether the field is there at all. */
  has(name: string): boolean;
  /** The ActionID, or `undefined`. */
  readonly actionId: string | undefined;
  /** All fields as a plain object; repeated ones as arrays. */
  toObject(): Record<string, string | string[]>;
}
