import type { EventClass } from '../../../catalogue/index.js';
import type { Fields } from './fields.js';

/** An event of the exchange, before it is written for a session. */
export interface PbxEvent {
  readonly name: string;
  /** The classes that a session must see all of. */
  readonly privilege: readonly EventClass[];
  readonly fields: Fields;
}
