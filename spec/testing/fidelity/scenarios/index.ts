import type { Scenario } from '../scenario.js';
import { applications } from './applications.js';
import { conferences } from './conferences.js';
import { dials } from './dials.js';
import { hangups } from './hangups.js';
import { originates } from './originates.js';
import { parking } from './parking.js';
import { queueMembers } from './queue-members.js';
import { queues } from './queues.js';
import { transfers } from './transfers.js';
import { withoutCalls } from './without-calls.js';

/** Everything that is done both to real servers and to the simulated exchange. */
export const scenarios: readonly Scenario[] = [
  ...originates,
  ...dials,
  ...hangups,
  ...queues,
  ...queueMembers,
  ...transfers,
  ...parking,
  ...conferences,
  ...applications,
  ...withoutCalls,
];
