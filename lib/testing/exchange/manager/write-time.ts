/** Milliseconds since 1970 as seconds with six digits behind the point. */
export function writeTime(ms: number): string {
  return (ms / 1000).toFixed(6);
}
