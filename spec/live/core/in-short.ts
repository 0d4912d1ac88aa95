import type { Change } from '../../../lib/live/core/change.js';

/** A change in short: `hall on (seed)`, `hall gone (LampGone)`. */
export function inShort({ key, value, cause }: Change<string>): string {
  const why = cause.type === 'event' ? cause.event.name : cause.type;
  return `${key} ${value ?? 'gone'} (${why})`;
}
