import { forkJoin, map, merge } from 'rxjs';
import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from '../core/context.js';
import { EntityTable } from '../core/entity-table.js';
import type { Ask, Handler, Kind, Model } from '../core/model.js';
import { ownText } from '../core/own-text.js';
import { reconcile } from '../core/reconcile.js';
import type { Extension } from './extension.js';
import { readPresence } from './presence.js';
import { extensionKey, readExtension, readStatusBits } from './read-extension.js';

type Presences = ReadonlyMap<string, AmiEvent>;

/** The extensions of an exchange that have a hint. */
export class ExtensionModel implements Model<Extension> {
  readonly table: EntityTable<Extension>;
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
    this.table = new EntityTable(context);
  }

  readonly handlers: Readonly<Record<string, Handler>> = {
    ExtensionStatus: (event) => {
      const key = extensionKey(event);
      const bits = readStatusBits(event);
      if (key === undefined || bits === undefined) return;
      if (bits < 0) {
        this.table.delete(key);
        return;
      }
      const known = this.table.get(key);
      const extension = readExtension(event, bits, known);
      this.table.put(known === undefined ? ownText(key) : key, extension);
      const { presentity } = extension;
      // Of its presence only the list can tell.
      if (presentity !== undefined && presentity !== known?.presentity) this.#context.onStale(this);
    },
    PresenceStatus: (event) => {
      const key = extensionKey(event);
      if (key === undefined) return;
      const known = this.table.get(key);
      if (known === undefined) this.#context.onStale(this);
      else this.table.put(key, withPresence(known, event));
    },
    PresenceStateChange: (event) => {
      this.#show(byPresentity([event]));
    },
  };

  seed(ask: Ask, isCheck: boolean): Observable<unknown> {
    const extensions$ = ask('ExtensionStateList');
    const presences$ = ask('PresenceStateList').pipe(map(byPresentity));
    if (isCheck) {
      return forkJoin([extensions$, presences$]).pipe(
        map(([extensions, presences]) => {
          this.#reconcile(extensions, isCheck, presences);
        }),
      );
    }
    // Each is taken in when it comes: what is known meanwhile is newer.
    return merge(
      extensions$.pipe(
        map((extensions) => {
          this.#reconcile(extensions, isCheck);
        }),
      ),
      presences$.pipe(
        map((presences) => {
          this.#show(presences);
        }),
      ),
    );
  }

  #reconcile(
    entries: readonly AmiEvent[] | undefined,
    isCheck: boolean,
    presences: Presences = new Map(),
  ): void {
    if (entries === undefined) return;
    const listed = new Map<string, (known: Extension | undefined) => Extension>();
    for (const entry of entries) {
      const key = extensionKey(entry);
      const bits = readStatusBits(entry);
      if (key === undefined || bits === undefined || bits < 0) continue;
      listed.set(ownText(key), (known) => {
        const extension = readExtension(entry, bits, known);
        const presence = presences.get(extension.presentity ?? '');
        return presence === undefined ? extension : withPresence(extension, presence);
      });
    }
    reconcile(this.table, listed, { isCheck });
  }

  /** Each extension whose hint names one of the presentities shows its presence. */
  #show(presences: Presences): void {
    for (const [key, extension] of [...this.table.map]) {
      const presence = presences.get(extension.presentity ?? '');
      if (presence !== undefined) this.table.put(key, withPresence(extension, presence));
    }
  }
}

function byPresentity(entries: readonly AmiEvent[] | undefined): Presences {
  const presences = new Map(entries?.map((entry) => [entry.get('Presentity') ?? '', entry]));
  presences.delete('');
  return presences;
}

function withPresence(extension: Extension, event: AmiEvent): Extension {
  const presence = readPresence(event, extension.presence);
  return presence === extension.presence ? extension : { ...extension, presence };
}

/** The kind of extensions. */
export const extensionKind: Kind<ExtensionModel> = {
  name: 'extensions',
  needs: [],
  create: (context) => new ExtensionModel(context),
};
