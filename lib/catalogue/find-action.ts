import { actionsByName } from './actions/action-by-name.js';
import type { ActionByName } from './actions/action-by-name.js';
import type { ActionDefinition } from './schema/action-definition.js';

/** Every action name of the catalogue, as Asterisk spells it. */
export type ActionName = keyof ActionByName;

let byName: ReadonlyMap<string, ActionDefinition> | undefined;

/** The definition of an action of the catalogue, whatever the case of its name. */
export function findAction(name: string): ActionDefinition | undefined {
  byName ??= new Map(
    Object.values<ActionDefinition>(actionsByName()).map((one) => [one.name.toLowerCase(), one]),
  );
  return byName.get(name.toLowerCase());
}
