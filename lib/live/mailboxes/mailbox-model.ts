import { map, of, switchMap } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { readNumber, readText } from '../core/read-value.js';
import { reconcile } from '../core/reconcile.js';
import { keepSame } from '../core/keep-same.js';
import type { Mailbox } from './mailbox.js';

/** The mailboxes of an exchange. */
export class MailboxModel implements Model<Mailbox> {
  readonly table: EntityTable<Mailbox>;
  // Messages that other programs move tell of it in no event.
  readonly isPolled = true;
  // The others are known by events alone: aliases, and mailboxes of other systems.
  #listed: ReadonlySet<string> = new Set();

  constructor(context: Context) {
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    MessageWaiting: (event) => {
      const key = event.get('Mailbox') ?? '';
      const newMessages = readNumber(event, 'New');
      if (key === '' || newMessages === undefined) return;
      const known = this.table.get(key);
      const oldMessages = readNumber(event, 'Old') ?? known?.oldMessages ?? 0;
      const mailbox = toMailbox(key, known, known?.fullName, newMessages, oldMessages);
      this.table.put(ownText(key), mailbox);
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    return ask('VoicemailUsersList').pipe(
      // A server has one of the two: `res_mwi_external` takes the place of `app_voicemail`.
      switchMap((entries) =>
        entries === undefined ? ask('MWIGet', { Mailbox: '/.*/' }) : of(entries),
      ),
      map((entries) => {
        if (entries !== undefined) this.#takeList(entries, isCheck);
      }),
    );
  }

  #takeList(entries: readonly AmiEvent[], isCheck: boolean): void {
    const listed = new Map<string, (known: Mailbox | undefined) => Mailbox>();
    for (const entry of entries) {
      const key = keyOf(entry);
      if (key === undefined) continue;
      const fullName = readText(entry, 'Fullname');
      const newMessages = readNumber(entry, 'NewMessageCount') ?? readNumber(entry, 'NewMessages');
      const oldMessages = readNumber(entry, 'OldMessageCount') ?? readNumber(entry, 'OldMessages');
      listed.set(key, (known) =>
        toMailbox(key, known, fullName, newMessages ?? 0, oldMessages ?? 0),
      );
    }
    const before = this.#listed;
    this.#listed = new Set(listed.keys());
    reconcile(this.table, listed, { isCheck, covers: (key) => before.has(key) });
  }
}

/** The key of what a list has; `undefined` of aliases, which have no messages of their own. */
function keyOf(entry: AmiEvent): string | undefined {
  const mailbox = entry.get('VoiceMailbox');
  if (mailbox === undefined) return readText(entry, 'Mailbox');
  if (mailbox === '' || mailbox.includes('@')) return undefined;
  return ownText(`${mailbox}@${entry.get('VMContext') ?? 'default'}`);
}

function toMailbox(
  key: string,
  known: Mailbox | undefined,
  fullName: string | undefined,
  newMessages: number,
  oldMessages: number,
): Mailbox {
  const at = key.indexOf('@');
  return keepSame(known, {
    mailbox: ownText(at < 0 ? key : key.slice(0, at)),
    context: at < 0 ? undefined : ownText(key.slice(at + 1)),
    fullName,
    isWaiting: newMessages > 0,
    newMessages,
    oldMessages,
  });
}

/** The kind of mailboxes. */
export const mailboxKind: Kind<MailboxModel> = {
  name: 'mailboxes',
  needs: [],
  create: (context) => new MailboxModel(context),
};
