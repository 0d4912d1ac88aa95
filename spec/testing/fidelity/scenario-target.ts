import type { AmiClient } from '../../../lib/index.js';

/** An exchange with the configuration of `fidelityConfig`, to be driven by a scenario. */
export interface ScenarioTarget {
  /** Online, as a user who may do everything. */
  readonly ami: AmiClient;
  /** Lets this much of the exchange's time pass, and what was under way arrive. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}
