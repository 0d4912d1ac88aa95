import type { teams } from '../cast.js';
import { parseScene } from '../scene.js';
import type { SceneEvent } from '../scene.js';
import { attendedTransfer } from './attended-transfer.js';
import { blindTransfer } from './blind-transfer.js';
import { bridgedCall } from './bridged-call.js';
import { conference } from './conference.js';
import { forwardedCall } from './forwarded-call.js';
import { noAnswer } from './no-answer.js';
import { pickup } from './pickup.js';
import { queueCall } from './queue-call.js';
import { queueGivenUp } from './queue-given-up.js';

/** A recorded call, and who plays in it. */
export interface Scene {
  readonly events: readonly SceneEvent[];
  /** Each role, and whether it is somebody from outside, or of the team of a queue. */
  readonly roles: Readonly<Record<string, 'colleague' | 'customer' | keyof typeof teams>>;
}

const colleagues = { A: 'colleague', B: 'colleague' } as const;
const three = { ...colleagues, C: 'colleague' } as const;
const customer = { A: 'customer', B: 'colleague' } as const;

/** The scenes, in the order in which they are played, again and again. */
export const scenes: readonly Scene[] = [
  { events: parseScene(bridgedCall), roles: customer },
  { events: parseScene(queueCall), roles: { A: 'customer', B: 'support' } },
  { events: parseScene(noAnswer), roles: colleagues },
  { events: parseScene(conference), roles: colleagues },
  { events: parseScene(blindTransfer), roles: customer },
  { events: parseScene(forwardedCall), roles: three },
  { events: parseScene(queueGivenUp), roles: { A: 'customer', B: 'sales' } },
  { events: parseScene(pickup), roles: { ...three, A: 'customer' } },
  { events: parseScene(attendedTransfer), roles: three },
];
