/** Functions that a user without the class `system` may not have evaluated (manager.c). */
const forbidden = /(?:^|[^\w])(?:CURL|DB|EVAL|FILE|ODBC\w*|REALTIME\w*|SHELL|VOLUME)\s*\(/i;

/** Whether a variable is a function of that kind. */
export function isForbiddenFunction(variable: string): boolean {
  return forbidden.test(variable);
}
