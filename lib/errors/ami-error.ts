/** @internal What marks an error of this library, whichever copy of it made it. */
export const brand = Symbol.for('rxjs-ami.error');

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
