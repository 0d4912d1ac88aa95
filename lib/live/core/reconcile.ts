import type { EntityTable } from './entity-table.js';

/** What a list says: by key, how an entry changes what is known, or makes it known. */
export type Listed<V> = ReadonlyMap<string, (known: V | undefined) => V>;

/** How a list is taken in. */
export interface ReconcileOptions<V> {
  /**
   * Whether the list only serves to find lost events. Then what has changed since it was asked for
   * is left alone, and what differs is only believed when it differs twice: lists of Asterisk 16
   * may lag behind its events.
   */
  readonly isCheck: boolean;
  /** Which entities the list would have; by default all. */
  readonly covers?: (key: string) => boolean;
  /** What has ended a moment ago, and must not come back. */
  readonly isOver?: (key: string) => boolean;
  /** Adds or replaces an entity. */
  readonly put?: (key: string, value: V) => void;
  /** Takes an entity away. */
  readonly remove?: (key: string) => void;
}

/**
 * Brings a table in line with a list. What ended since the list was asked for stays away; what is
 * known and not listed has gone unheard of, unless it is younger than the list.
 */
export function reconcile<V>(
  table: EntityTable<V>,
  listed: Listed<V>,
  options: ReconcileOptions<V>,
): void {
  const { recent } = table;
  const { isCheck, covers, isOver } = options;
  const put = options.put ?? table.put.bind(table);
  const remove = options.remove ?? table.delete.bind(table);
  // Of a seed all is believed; of a check what differs for the second time.
  const isBelieved = (key: string, differs: boolean): boolean => {
    if (!isCheck) return true;
    if (!differs) table.suspects.delete(key);
    else if (!table.suspects.delete(key)) table.suspects.add(key);
    else return true;
    return false;
  };
  for (const [key, merge] of listed) {
    if (isCheck ? recent.isTouched(key) : recent.hasEnded(key)) continue;
    if (isOver?.(key) === true) continue;
    const known = table.get(key);
    const value = merge(known);
    if (isBelieved(key, value !== known)) put(key, value);
  }
  for (const key of [...table.map.keys()]) {
    if (listed.has(key) || (isCheck ? recent.isTouched(key) : recent.isNew(key))) continue;
    if ((covers?.(key) ?? true) && isBelieved(key, true)) remove(key);
  }
  // What is neither known nor listed any more is nothing to wonder about.
  for (const key of table.suspects) {
    if (!table.map.has(key) && !listed.has(key)) table.suspects.delete(key);
  }
}
