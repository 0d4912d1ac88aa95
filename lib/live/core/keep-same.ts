/** What is known, where the new value says the same, so that nothing has changed. */
export function keepSame<T extends object>(known: T | undefined, value: T): T {
  if (known === undefined) return value;
  for (const name in value) if (known[name] !== value[name]) return value;
  return known;
}
