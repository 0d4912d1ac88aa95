import type { AmiClient } from '../client/index.js';
import { liveOf } from './core/live-of.js';
import type { LiveOptions } from './core/live-of.js';
import type { Live } from './core/live.js';
import { mailboxKind } from './mailboxes/mailbox-model.js';
import type { Mailbox } from './mailboxes/mailbox.js';

/**
 * The mailboxes of an exchange, by number and context (`1234@default`): how many messages are in
 * them, and whose they are.
 *
 * Read from `VoicemailUsersList`, or from `MWIGet` where another system keeps the messages
 * (`res_mwi_external`); kept by `MessageWaiting`, which Asterisk sends for every voicemail module
 * (`main/manager_mwi.c`). See {@link Live} for when the streams emit, error and complete;
 * unsubscribing from all of them ends the tracking.
 *
 * @example
 * ```ts
 * import { connect } from 'rxjs-ami';
 * import { liveMailboxes } from 'rxjs-ami/live';
 *
 * const ami = connect('monitor:secret@localhost');
 * liveMailboxes(ami)
 *   .watch('1234@default')
 *   .subscribe((mailbox) => console.log(mailbox?.newMessages));
 * ```
 */
export function liveMailboxes(ami: AmiClient, options?: LiveOptions): Live<Mailbox> {
  return liveOf(ami, mailboxKind, options);
}
