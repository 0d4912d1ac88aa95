import type { ManagerAction } from '../manager-action.js';
import { commandActions } from './command.js';
import { coreActions } from './core.js';
import { databaseActions } from './database.js';
import { eventActions } from './events.js';
import { loginActions } from './login.js';
import { moduleActions } from './modules.js';
import { userEventActions } from './user-event.js';

/** Every action that is modelled. */
export const managerActions: readonly ManagerAction[] = [
  ...commandActions,
  ...coreActions,
  ...databaseActions,
  ...eventActions,
  ...loginActions,
  ...moduleActions,
  ...userEventActions,
];
