/**
 * What is known of an action that failed without an answer.
 *
 * - `'not-sent'`: nothing of it reached the connection; sending it again is safe.
 * - `'unknown'`: it was written, no answer came; the server may have carried it out.
 */
export type Outcome = 'not-sent' | 'unknown';
