import { normalise } from './normalise.js';
import type { Scenario } from './scenario.js';
import type { ScenarioTarget } from './scenario-target.js';
import { Stage } from './stage.js';

/** Drives an exchange through a scenario; gives what was heard, normalised. */
export async function perform(scenario: Scenario, target: ScenarioTarget): Promise<string> {
  const stage = new Stage(target);
  await scenario.run(stage);
  await stage.end();
  return normalise(stage.performed, stage.events, scenario);
}
