import type { Stage } from './stage.js';

/** Something that is done to an exchange by actions alone. */
export interface Scenario {
  /** In kebab-case: also the name of its golden file. */
  readonly name: string;
  /**
   * Events that come as chance will have it in this scenario, with the reason. They are compared
   * among themselves, in no order and once each, without what they say of the state of channels
   * and without counts; of a device, only the last state is.
   */
  readonly loose?: Readonly<Record<string, string>>;
  /** Events that may come or not in this scenario, with the reason; a VarSet by its variable. */
  readonly unsure?: Readonly<Record<string, string>>;
  /** Leaves no call behind. */
  run(stage: Stage): Promise<void>;
}
