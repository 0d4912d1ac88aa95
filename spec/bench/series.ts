/** What was measured under each name, by round: ratios are taken within a round. */
export class Series<Value> {
  private readonly rounds = new Map<string, (Value | undefined)[]>();
  private readonly reasons = new Map<string, string>();

  async add(round: number, name: string, measure: () => Promise<Value>): Promise<void> {
    const values = this.rounds.get(name) ?? [];
    this.rounds.set(name, values);
    try {
      values[round] = await measure();
    } catch (error) {
      this.reasons.set(name, error instanceof Error ? error.message : String(error));
    }
  }

  has(name: string): boolean {
    return this.values(name).length > 0;
  }

  values(name: string): Value[] {
    return (this.rounds.get(name) ?? []).filter((value) => value !== undefined);
  }

  /** Why a measurement of this name failed, if one did. */
  failure(name: string): string | undefined {
    return this.reasons.get(name);
  }

  median(name: string, of: (value: Value) => number): number {
    return median(this.values(name).map(of));
  }

  /** The median over the rounds of one's value by the other's in the same round. */
  ratio(name: string, other: string, of: (value: Value) => number): number {
    const others = this.rounds.get(other) ?? [];
    const ratios = (this.rounds.get(name) ?? []).flatMap((value, round) => {
      const base = others[round];
      return value === undefined || base === undefined ? [] : [of(value) / of(base)];
    });
    return median(ratios);
  }
}

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? NaN) + upper) / 2 : upper;
}
