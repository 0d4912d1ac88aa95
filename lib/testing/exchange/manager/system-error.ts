/** An error as Node makes them of what the system says. */
export function systemError(code: string, text: string): Error {
  return Object.assign(new Error(text), { code });
}
