/** A test for names by a glob: `*` is any text, `?` any character; case does not matter. */
export function matchGlob(glob: string): (name: string) => boolean {
  const pattern = glob
    .replace(/[\\^$.|+()[\]{}]/g, String.raw`\$&`)
    // Several stars in a row mean the same as one, and cost much more.
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  const regExp = new RegExp(`^${pattern}$`, 'is');
  return (name) => regExp.test(name);
}

/** A test for names by any of several globs; without a glob every name will do. */
export function matchGlobs(globs: readonly string[]): (name: string) => boolean {
  if (globs.length === 0) return () => true;
  const tests = globs.map(matchGlob);
  return (name) => tests.some((test) => test(name));
}
