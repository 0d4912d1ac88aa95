import type { Channel } from './channel.js';
import type { Process } from './process.js';

/**
 * An application of the dialplan: what it does on a channel. Returning `false` hangs up; otherwise
 * the dialplan goes on, from the channel's place if the application has set another.
 */
export type Application = (channel: Channel, data: string) => Process<boolean | undefined>;
