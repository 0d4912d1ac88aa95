const brand = Symbol.for('rxjs-ami.error');

/**
 * The base of every error that this library raises, so that one `catch` can tell them from others.
 *
 * `name` and `code` are literals: switch on either. What caused the error stays in `cause`, and
 * the facts are read-only fields. No error holds a secret.
 *
 * @see {@link isAmiError} to test a value, also across two copies of the library.
 */
export abstract class AmiError extends Error {
  abstract override readonly name: string;
  /** A stable identifier, such as `'AMI_ACTION'`. */
  abstract readonly code: string;
  /** @internal */
  readonly [brand] = true;
}

/**
 * Tells whether a value is an error of this library.
 *
 * Use it instead of `instanceof`: it also holds where the ESM and the CJS build, or two versions,
 * are loaded side by side.
 *
 * @example
 * ```ts
 * import { isAmiError } from 'rxjs-ami';
 *
 * console.log(isAmiError(new Error('other'))); // false
 * ```
 */
export function isAmiError(value: unknown): value is AmiError {
  return typeof value === 'object' && value !== null && brand in value;
}
