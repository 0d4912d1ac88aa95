import type { Message } from '../wire/index.js';

/**
 * Something odd that was survived, told so that nothing is lost silently.
 *
 * - `malformed-line`: a line of a message has no colon, or bytes that are no text (U+FFFD). Looked
 *   for only while somebody listens.
 * - `unclassified-message`: a message that starts with neither `Event` nor `Response`.
 * - `orphan-response`: a response that no pending action awaits.
 * - `response-without-action-id`: given to the oldest action that awaits one, since Asterisk
 *   answers in order.
 * - `late-list-event`: the end of a list that had already failed.
 * - `truncated-message`: the connection ended within a message.
 * - `schema-mismatch`: a field of an event or a response is not what its schema says; it is left out
 *   of what is decoded, and the message has it as it came.
 * - `boot-unconfirmed`: no `FullyBooted` within `bootTimeoutMs` of the login; the client is online
 *   all the same. The user lacks the `system` read class, or the server is still loading.
 * - `list-unavailable`: a list that a live state is built from was refused or did not come; the state
 *   goes on without it, from events.
 * - `state-repaired`: a periodic check found a live state to differ from the exchange: events had
 *   been lost.
 */
export interface Diagnostic {
  readonly type:
    | 'malformed-line'
    | 'unclassified-message'
    | 'orphan-response'
    | 'response-without-action-id'
    | 'late-list-event'
    | 'truncated-message'
    | 'schema-mismatch'
    | 'boot-unconfirmed'
    | 'list-unavailable'
    | 'state-repaired';
  /** One sentence for people. */
  readonly text: string;
  /** The message that it is about, where there is one. */
  readonly message?: Message;
}
