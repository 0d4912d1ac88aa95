/** What is said of a thing, by field. */
export type Facts = Readonly<Record<string, unknown>>;

/** Where what is known differs from what the exchange says. */
export interface Difference {
  /** Empty where the whole thing is missing. */
  readonly field: string;
  readonly text: string;
}

/** Compares the fields that the exchange tells of; what else is known does not matter. */
export function differences(
  kind: string,
  known: ReadonlyMap<string, Facts>,
  told: ReadonlyMap<string, Facts>,
): Difference[] {
  const found: Difference[] = [];
  for (const [key, facts] of told) {
    const ours = known.get(key);
    if (ours === undefined) {
      found.push({ field: '', text: `${kind} ${key} is not known: ${JSON.stringify(facts)}` });
      continue;
    }
    for (const [field, value] of Object.entries(facts)) {
      if (JSON.stringify(ours[field]) === JSON.stringify(value)) continue;
      const both = `${JSON.stringify(ours[field])}, and is ${JSON.stringify(value)}`;
      found.push({ field, text: `${kind} ${key}: ${field} is said to be ${both}` });
    }
  }
  for (const key of known.keys()) {
    if (!told.has(key)) found.push({ field: '', text: `${kind} ${key} is a ghost` });
  }
  return found;
}
