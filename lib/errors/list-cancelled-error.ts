import { AmiError } from './ami-error.js';
import type { MessageView } from './message-view.js';

/**
 * The server gave a list up half-way (`EventList: Cancelled`).
 *
 * `list` and `action` have emitted the entries that had come; from `collect`, they are in
 * `entries`.
 */
export class ListCancelledError extends AmiError {
  override readonly name = 'ListCancelledError' as const;
  readonly code = 'AMI_LIST_CANCELLED' as const;

  constructor(
    /** Name of the list action. */
    readonly action: string,
    /** The ActionID that it was sent with. */
    readonly actionId: string,
    /** The event that said so. */
    readonly event: MessageView,
    /** What had come, where nobody else has it: from `collect`; empty otherwise. */
    readonly entries: readonly MessageView[] = [],
  ) {
    super(`${action}: the server cancelled the list`);
  }
}
