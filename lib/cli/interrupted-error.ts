/** The user ended the command before the action had its answer. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';

  constructor() {
    super('Interrupted before the answer; what was sent may have been carried out');
  }
}
