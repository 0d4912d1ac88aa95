/**
 * The command line makes no sense. The message never repeats an argument's value: it may hold a
 * secret.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
