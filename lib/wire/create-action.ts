import { Action } from './action.js';
import type { ActionFields } from './action-fields.js';

/**
 * Makes an action out of a name and fields, for `ami.action`, `request`, `list` and `collect`.
 *
 * Anything Asterisk or a module of yours knows can be sent so. Nothing is checked yet: what would
 * not arrive as meant fails with an `InvalidActionError` when it is sent.
 *
 * @example
 * ```ts
 * import { createAction } from 'rxjs-ami';
 *
 * const action = createAction('Originate', {
 *   Channel: 'PJSIP/alice',
 *   Application: 'Playback',
 *   Data: 'hello-world',
 *   Async: true,
 *   Variable: { CAMPAIGN: 'spring, 2nd wave' },
 * });
 * console.log(action.getAll('variable')); // [ 'CAMPAIGN=spring\\, 2nd wave' ]
 * ```
 */
export function createAction(name: string, fields?: ActionFields): Action {
  return new Action(name, fields);
}
