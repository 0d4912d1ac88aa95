import { isSecretField, redact } from '../../wire/redact.js';

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

/** Whether an object of these fields may hold secrets. */
export function mayHoldSecrets(names: readonly string[]): boolean {
  return names.some((name) => isSecretField(name));
}

/** Covers the secrets of decoded fields where they are printed, as those of a message are. */
export function coverSecrets(fields: object): void {
  Object.defineProperty(fields, inspectSymbol, { value: inspectCovered });
}

function inspectCovered(
  this: Readonly<Record<string, string | string[]>>,
  _depth: number,
  options: object,
  inspect: (value: unknown, options: object) => string,
): string {
  return inspect(redact({ ...this }), options);
}
