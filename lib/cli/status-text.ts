import type { Status } from '../client/index.js';
import { clean } from './text/clean.js';

/** Where a client stands, in words. */
export function toStatusText(status: Status): string {
  switch (status.state) {
    case 'connecting':
      return 'connecting';
    case 'authenticating':
      return 'logging in';
    case 'online':
      return `online (AMI ${clean(status.version)})`;
    case 'waiting': {
      const seconds = (status.delayMs / 1000).toFixed(1);
      return `${clean(status.cause.message)}; trying again in ${seconds} s`;
    }
    case 'closed':
      return status.cause === undefined ? 'closed' : clean(status.cause.message);
  }
}
