const classes: Readonly<Record<string, string>> = { X: '[0-9]', Z: '[1-9]', N: '[2-9]' };

/** Whether an extension fits a pattern such as `_1XX` or `_[2-4]N.` (pbx.c). */
export function isMatch(pattern: string, exten: string): boolean {
  const source = pattern.slice(1).replace(/\[[^\]]*\]|./g, (part) => {
    if (part.startsWith('[') && part.length > 1) return part;
    if (part === '.') return '.+';
    if (part === '!') return '.*';
    return classes[part.toUpperCase()] ?? part.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
  });
  return new RegExp(`^${source}$`).test(exten);
}
