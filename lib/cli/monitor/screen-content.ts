import type { Status } from '../../client/index.js';
import type { EndedCall, ShownCall } from './call.js';
import type { ShownQueue } from './queue.js';
import type { Summary } from './tally.js';

/** What a screen shows. */
export interface ScreenContent {
  /** Which server it is, without credentials. */
  readonly where: string;
  readonly status: Status;
  readonly statusAt: number;
  readonly notices: readonly string[];
  /** In the order of display. */
  readonly queues: readonly ShownQueue[];
  /** The calls that are up, in the order of display. */
  readonly calls: readonly ShownCall[];
  /** The latest calls that are over, in the order of display. */
  readonly ended: readonly EndedCall[];
  readonly summary: Summary;
}

/** The size of a terminal. */
export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}
