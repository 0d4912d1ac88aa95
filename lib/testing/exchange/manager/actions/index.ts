import type { ManagerAction } from '../manager-action.js';
import { channelControlActions } from './channel-control.js';
import { channelActions } from './channels.js';
import { commandActions } from './command.js';
import { coreActions } from './core.js';
import { databaseActions } from './database.js';
import { eventActions } from './events.js';
import { loginActions } from './login.js';
import { moduleActions } from './modules.js';
import { originateActions } from './originate.js';
import { userEventActions } from './user-event.js';
import { variableActions } from './variables.js';

/** Every action that is modelled. */
export const managerActions: readonly ManagerAction[] = [
  ...channelActions,
  ...channelControlActions,
  ...commandActions,
  ...coreActions,
  ...databaseActions,
  ...eventActions,
  ...loginActions,
  ...moduleActions,
  ...originateActions,
  ...userEventActions,
  ...variableActions,
];
