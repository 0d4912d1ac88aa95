import type { EventClass } from '../../../catalogue/index.js';

/** A user of the manager, as manager.conf describes one. */
export interface Account {
  /** Its name, which is compared without regard to case. */
  readonly username: string;
  readonly secret: string;
  /**
   * Classes of the events that it may see.
   * @defaultValue all
   */
  readonly read?: readonly EventClass[];
  /**
   * Classes of the actions that it may perform.
   * @defaultValue all
   */
  readonly write?: readonly EventClass[];
  /**
   * Whether it may be logged in more than once at a time.
   * @defaultValue true
   */
  readonly allowMultipleLogin?: boolean;
  /**
   * Its event filters: regular expressions, those after `!` exclude.
   * @defaultValue none
   */
  readonly eventFilters?: readonly string[];
  /**
   * From which addresses it may log in.
   * @defaultValue any
   */
  readonly permits?: (remoteAddress: string) => boolean;
}
