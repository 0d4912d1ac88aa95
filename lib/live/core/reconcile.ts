import type { EntityTable } from './entity-table.js';

/** What a list says: by key, how an entry changes what is known, or makes it known. */
export type Listed<V> = ReadonlyMap<string, (known: V | undefined) => V>;

/** How a list is taken in where there is more to it than the table. */
export interface ReconcileOptions<V> {
  /** Whether the list only serves to find lost events. */
  readonly isCheck: boolean;
  /** Which entities the list would have; by default all. */
  readonly covers?: (key: string) => boolean;
  /** Adds or replaces an entity. */
  readonly put?: (key: string, value: V) => void;
  /** Takes an entity away. */
  readonly remove?: (key: string) => void;
}

/**
 * Brings a table in line with a list. What ended since the list was asked for stays away; what is
 * known and not listed has gone unheard of, unless it is younger than the list.
 *
 * Source: on live servers a list was never older than the events before it, and often newer.
 */
export function reconcile<V>(
  table: EntityTable<V>,
  listed: Listed<V>,
  options: ReconcileOptions<V>,
): void {
  const { recent } = table;
  const { isCheck, covers } = options;
  const put = options.put ?? table.put.bind(table);
  const remove = options.remove ?? table.delete.bind(table);
  for (const [key, merge] of listed) {
    if (isCheck ? recent.isTouched(key) : recent.hasEnded(key)) continue;
    put(key, merge(table.get(key)));
  }
  for (const key of [...table.map.keys()]) {
    if (listed.has(key) || (isCheck ? recent.isTouched(key) : recent.isNew(key))) continue;
    if (covers?.(key) ?? true) remove(key);
  }
}
