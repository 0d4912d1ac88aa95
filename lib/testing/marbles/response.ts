import { Response } from '../../wire/index.js';
import { writeLines } from './write-lines.js';
import type { WrittenFields } from './written-fields.js';

/**
 * A response, written in short. As an answer of a {@link fakeClient} it needs no ActionID, since the
 * action that it answers has one.
 *
 * @throws TypeError for a value with a line break: several lines of output are an array.
 *
 * @example
 * ```ts
 * import { response } from 'rxjs-ami/testing';
 *
 * const done = response('Success', { Message: 'Interface paused successfully' });
 * const refused = response('Error', { Message: 'Interface not found' });
 * const output = response('Success', {
 *   Message: 'Command output follows',
 *   Output: ['System uptime: 2 minutes', 'Last reload: 2 minutes'],
 * });
 * console.log(done.status, refused.message, output.output);
 * ```
 */
export function response(
  status: 'Success' | 'Error' | 'Goodbye' | (string & {}) = 'Success',
  fields: WrittenFields = {},
): Response {
  return new Response(writeLines({ Response: status, ...fields }));
}
