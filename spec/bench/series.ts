/** What was measured under each name, by round: ratios are taken within a round. */
export class Series<Value> {
  private readonly rounds: Map<string, Value>[] = [];
  private readonly reasons = new Map<string, string>();

  beginRound(): void {
    this.rounds.push(new Map());
  }

  add(name: string, value: Value): void {
    this.rounds.at(-1)?.set(name, value);
  }

  fail(name: string, error: unknown): void {
    this.reasons.set(name, error instanceof Error ? error.message : String(error));
  }

  /** Why a measurement of this name failed, if one did. */
  failure(name: string): string | undefined {
    return this.reasons.get(name);
  }

  values(name: string): Value[] {
    return this.rounds.map((round) => round.get(name)).filter((value) => value !== undefined);
  }

  median(name: string, of: (value: Value) => number): number {
    return median(this.values(name).map(of));
  }

  /** The median over the rounds of one's value by the other's in the same round. */
  ratio(name: string, other: string, of: (value: Value) => number): number {
    const ratios = this.rounds.flatMap((round) => {
      const [value, base] = [round.get(name), round.get(other)];
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
