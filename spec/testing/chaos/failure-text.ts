const mostProblems = 10;

/** What a run that has failed says of itself: what is wrong, and how it is run again alone. */
export function failureText(kind: string, seed: number, problems: readonly string[]): string {
  const more = problems.length - mostProblems;
  return [
    `Chaos ${kind}, seed ${seed}: ${problems.length} problems`,
    ...problems.slice(0, mostProblems).map((text) => `  - ${text}`),
    ...(more > 0 ? [`  - and ${more} more`] : []),
    `  Again: CHAOS_SEED=${seed} CHAOS_VERBOSE=1 npm run test:chaos -- ${kind}`,
  ].join('\n');
}
