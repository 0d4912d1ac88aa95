import type { Pbx } from '../pbx.js';
import { readConfig } from '../read-config.js';
import { Mailbox } from './mailbox.js';
import type { MessageCounts } from './mailbox.js';

/**
 * The mailboxes of a PBX: by what voicemail.conf says, or those that others keep and tell of
 * (res_mwi_external.c). A server has one of the two.
 */
export class Mailboxes {
  readonly all = new Map<string, Mailbox>();
  /** Whether others keep them. */
  readonly isExternal: boolean;
  readonly maxMessageMs: number;

  constructor(
    private readonly pbx: Pbx,
    config: string | undefined,
  ) {
    this.isExternal = config === undefined;
    const sections = readConfig(config ?? '');
    const general = new Map(sections.find(({ name }) => name === 'general')?.entries);
    this.maxMessageMs = (Number(general.get('maxsecs') ?? 0) || 0) * 1000;
    for (const { name: context, entries } of sections) {
      if (context === 'general' || context === 'zonemessages') continue;
      for (const [number, value] of entries) {
        const [, fullName, email] = value.split(',').map((part) => part.trim());
        const mailbox = new Mailbox(pbx, `${number}@${context}`, fullName, email);
        this.all.set(mailbox.name, mailbox);
        mailbox.tellDevice();
      }
    }
  }

  /** A mailbox of the context `default` if none is named. */
  find(name: string): Mailbox | undefined {
    return this.all.get(this.#fullNameOf(name));
  }

  /** Puts so many messages into a mailbox; where others keep them, it is made if it is not there. */
  set(name: string, counts: MessageCounts): void {
    const known = this.find(name);
    if (known === undefined && !this.isExternal) return;
    const mailbox = known ?? new Mailbox(this.pbx, name);
    this.all.set(mailbox.name, mailbox);
    mailbox.set(counts);
  }

  #fullNameOf(name: string): string {
    return this.isExternal || name.includes('@') ? name : `${name}@default`;
  }
}
