import type { Status } from '../../client/index.js';
import type { Call, EndedCall } from './call.js';
import type { Summary } from './tally.js';

/** What a screen shows. */
export interface ScreenContent {
  /** Which server it is, without credentials. */
  readonly where: string;
  readonly status: Status;
  readonly statusAt: number;
  readonly notice: string | undefined;
  /** The calls that are up, in the order of display. */
  readonly calls: readonly Call[];
  /** The latest calls that are over, in the order of display. */
  readonly ended: readonly EndedCall[];
  readonly summary: Summary;
}

/** The size of a terminal. */
export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}
