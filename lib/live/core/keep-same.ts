/** What is known, where the new value says the same, so that nothing has changed. */
export function keepSame<T extends object>(known: T | undefined, value: T): T {
  if (known === undefined) return value;
  const names = Object.keys(value) as (keyof T)[];
  return names.every((name) => known[name] === value[name]) ? known : value;
}
