import type { Channel } from '../channel.js';
import type { Process } from '../process.js';

/**
 * Takes a channel out of whatever it does, to do something else (ast_channel_yank). In the dialplan,
 * it could go on with the next step.
 */
export function yank(channel: Channel, process: () => Process): void {
  if (channel.isInDialplan) {
    channel.place = { ...channel.place, priority: channel.place.priority + 1 };
  }
  channel.isMoving = true;
  channel.application = '';
  channel.applicationData = '';
  channel.run(process);
}
