import type { ManagerAction } from '../manager-action.js';
import { agentActions } from './agents.js';
import { bridgeActions } from './bridges.js';
import { channelControlActions } from './channel-control.js';
import { channelActions } from './channels.js';
import { commandActions } from './command.js';
import { conferenceActions } from './conferences.js';
import { coreActions } from './core.js';
import { databaseActions } from './database.js';
import { deviceActions } from './devices.js';
import { endpointActions } from './endpoints.js';
import { eventActions } from './events.js';
import { extensionActions } from './extensions.js';
import { loginActions } from './login.js';
import { mailboxActions } from './mailboxes.js';
import { moduleActions } from './modules.js';
import { originateActions } from './originate.js';
import { parkingActions } from './parking.js';
import { queueActions } from './queues.js';
import { transferActions } from './transfers.js';
import { userEventActions } from './user-event.js';
import { variableActions } from './variables.js';

/** Every action that is modelled. */
export const managerActions: readonly ManagerAction[] = [
  ...agentActions,
  ...bridgeActions,
  ...channelActions,
  ...channelControlActions,
  ...commandActions,
  ...conferenceActions,
  ...coreActions,
  ...databaseActions,
  ...deviceActions,
  ...endpointActions,
  ...eventActions,
  ...extensionActions,
  ...loginActions,
  ...mailboxActions,
  ...moduleActions,
  ...originateActions,
  ...parkingActions,
  ...queueActions,
  ...transferActions,
  ...userEventActions,
  ...variableActions,
];
