/** What Asterisk takes for true (`ast_true`). */
export function isTrue(text: string): boolean {
  return /^(yes|true|y|t|1|on)$/i.test(text.trim());
}

/** What Asterisk takes for false (`ast_false`); most texts are neither. */
export function isFalse(text: string): boolean {
  return /^(no|false|n|f|0|off)$/i.test(text.trim());
}
