import type { AmiEvent } from '../wire/index.js';
import type { ListAction } from './list-action.js';
import { listActions } from './list-actions.js';

const byName = new Map<string, ListAction>(
  Object.entries(listActions).map(([name, action]) => [name.toLowerCase(), action]),
);

/** What the table knows of an action, whatever the case of its name. */
export function findListAction(name: string): ListAction | undefined {
  return byName.get(name.toLowerCase());
}

/** Whether an event ends a list, and so is none of its entries. */
export function isListEnd(actionName: string, event: AmiEvent): boolean {
  return event.has('EventList') || event.name === findListAction(actionName)?.complete;
}
