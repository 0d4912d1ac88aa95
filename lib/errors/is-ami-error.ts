import { brand } from './ami-error.js';
import type { AnyAmiError } from './any-ami-error.js';

/**
 * Tells whether a value is an error of this library.
 *
 * Use it instead of `instanceof`: it also holds where the ESM and the CJS build, or two versions,
 * are loaded side by side. `name` and `code` then tell the errors apart, for the compiler as well.
 *
 * @example
 * ```ts
 * import { isAmiError } from 'rxjs-ami';
 *
 * console.log(isAmiError(new Error('other'))); // false
 * ```
 */
export function isAmiError(value: unknown): value is AnyAmiError {
  return typeof value === 'object' && value !== null && brand in value;
}
