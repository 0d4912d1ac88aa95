/** Writes a line of the log of a run. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
