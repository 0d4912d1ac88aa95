import type { Bridge } from '../../../lib/live/bridges/bridge.js';
import type { Change } from '../../../lib/live/core/change.js';
import { short } from '../channels/channel-story.js';

/**
 * What has changed of bridges, a line for each change: `<event> <bridge>: <what is new>`, with the
 * first four letters of a bridge, and the last number of a channel.
 */
export function storyOf(changes: readonly Change<Bridge>[]): string[] {
  return changes.map(({ key, value, previous, cause }) => {
    const why = cause.type === 'event' ? cause.event.name : cause.type;
    const what = value === undefined ? 'destroyed' : difference(value, previous);
    return `${why} ${key.slice(0, 4)}: ${what}`;
  });
}

/** Such as `basic simple_bridge []` of a new one, or `[12 14]` where its channels have changed. */
function difference(bridge: Bridge, before: Bridge | undefined): string {
  const said: Record<keyof Bridge, string | undefined> = {
    id: undefined,
    type: bridge.type,
    technology: bridge.technology,
    creator: bridge.creator,
    name: bridge.name,
    channels: `[${bridge.channels.map(short).join(' ')}]`,
    videoSource:
      bridge.videoSource === undefined ? 'no video' : `video ${short(bridge.videoSource)}`,
    startedAt: undefined,
    mergedInto: bridge.mergedInto === undefined ? '' : `into ${bridge.mergedInto.slice(0, 4)}`,
  };
  const fields = Object.keys(said) as (keyof Bridge)[];
  const changed = fields.filter((field) =>
    before === undefined
      ? field === 'channels' || bridge[field] !== undefined
      : bridge[field] !== before[field],
  );
  const words = changed.map((field) => said[field]).filter((word) => word !== undefined);
  return words.length === 0 ? 'nothing' : words.join(' ');
}
