import type { Observable } from 'rxjs';
import type { AmiEvent } from '../../wire/index.js';
import type { Context } from './context.js';
import type { EntityTable } from './entity-table.js';

/**
 * Asks the exchange for a list and emits its entries once; `undefined` where the list is refused,
 * of which a diagnostic tells. Models that ask for the same list at the same time share it.
 *
 * A list must be taken in at once, when it comes: events after it may be newer.
 */
export type Ask = (
  action: string,
  fields?: Readonly<Record<string, string>>,
) => Observable<readonly AmiEvent[] | undefined>;

/** Takes an event into a model. */
export type Handler = (event: AmiEvent) => void;

/**
 * How the entities of one kind follow from lists and events. Pure: no I/O and no timers; the
 * moment is in the context that it is made with.
 */
export interface Model<V = unknown> {
  readonly table: EntityTable<V>;
  /** Whether some of it changes without an event, so that a check that finds changes is no news. */
  readonly isPolled?: boolean;
  /** What it does with events, by name. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** What it does with every event of a name, before all handlers; asked for once for each name. */
  every?(name: string): Handler | undefined;
  /**
   * Asks for what is there, and brings the table in line with each list when it comes; emits after
   * each, and completes.
   *
   * @param isCheck - Whether the lists only serve to find lost events: then what has changed since
   *   they were asked for is left alone.
   */
  seed(ask: Ask, isCheck: boolean): Observable<unknown>;
  /** Draws the conclusions of what was taken in. */
  settle?(): void;
  /** Lets go of the models that it builds on. */
  dispose?(): void;
}

/** A kind of entities: how its model is made, and which others that builds on. */
export interface Kind<M extends Model = Model> {
  /** For people, in the plural. */
  readonly name: string;
  readonly needs: readonly Kind[];
  create(context: Context, modelOf: <N extends Model>(kind: Kind<N>) => N): M;
}
