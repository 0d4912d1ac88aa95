import type crypto from 'node:crypto';

/**
 * Node's `crypto`, when a session needs it: it takes milliseconds to load, which a program that only
 * imports the library, or looks at its types, shall not wait for.
 */
export function loadCrypto(): typeof crypto {
  return process.getBuiltinModule('node:crypto');
}
