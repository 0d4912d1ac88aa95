import { forkJoin, map, merge } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { reconcile } from '../core/reconcile.js';
import { fromEvent, fromIax, fromPjsip, fromSip } from './read-registration.js';
import { registrationId, registrationOf } from './read-registration.js';
import type { RegistrationReader } from './read-registration.js';
import type { Registration } from './registration.js';

/** A list of a channel technology, and how its entries are read. */
interface RegistrationList {
  readonly action: string;
  readonly technology: string;
  readonly read: RegistrationReader;
}

const lists: readonly RegistrationList[] = [
  { action: 'PJSIPShowRegistrationsOutbound', technology: 'PJSIP', read: fromPjsip },
  { action: 'SIPshowregistry', technology: 'SIP', read: fromSip },
  { action: 'IAXregistry', technology: 'IAX2', read: fromIax },
];

/** A list that has come; without entries where the exchange does not have it. */
interface Answer {
  readonly list: RegistrationList;
  readonly entries: readonly AmiEvent[] | undefined;
}

/** The registrations of the exchange with others. */
export class RegistrationModel implements Model<Registration> {
  readonly table: EntityTable<Registration>;
  // Of what is only tried, and of an end without an answer, events need not tell.
  readonly isPolled = true;
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    Registry: (event) => {
      const parts = fromEvent(event);
      if (parts === undefined) return;
      const id = registrationId(parts);
      const known = this.table.get(id);
      if (known === undefined) {
        // A registration that is taken out of the configuration is ended, after it is forgotten.
        if (parts.state === 'unregistered') return;
        this.#context.onStale(this);
      }
      const registration = registrationOf(parts, known);
      this.table.put(registration.id, registration);
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    const answers = lists.map((list) =>
      ask(list.action).pipe(map((entries): Answer => ({ list, entries }))),
    );
    // A check compares all at once; otherwise each is taken in when it comes, since what is known
    // meanwhile is newer.
    return (
      isCheck ? forkJoin(answers) : merge(...answers.map((one$) => one$.pipe(map((one) => [one]))))
    ).pipe(
      map((some) => {
        this.#reconcile(some, isCheck);
      }),
    );
  }

  #reconcile(answers: readonly Answer[], isCheck: boolean): void {
    const listed = new Map<string, (known: Registration | undefined) => Registration>();
    const technologies = new Set<string>();
    for (const { list, entries } of answers) {
      if (entries === undefined) continue;
      technologies.add(list.technology);
      for (const entry of entries) {
        const parts = list.read(entry);
        if (parts === undefined) continue;
        listed.set(ownText(registrationId(parts)), (known) => registrationOf(parts, known));
      }
    }
    reconcile(this.table, listed, {
      isCheck,
      covers: (id) => technologies.has(id.slice(0, id.indexOf('/'))),
    });
  }
}

/** The kind of registrations. */
export const registrationKind: Kind<RegistrationModel> = {
  name: 'registrations',
  needs: [],
  create: (context) => new RegistrationModel(context),
};
