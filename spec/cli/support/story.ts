import type { AmiEvent } from '../../../lib/wire/index.js';
import { isEnded } from '../../../lib/cli/monitor/call.js';
import type { Call, EndedCall } from '../../../lib/cli/monitor/call.js';
import { CallBoard } from '../../../lib/cli/monitor/call-board.js';
import { toPartiesText, toPartyText } from '../../../lib/cli/monitor/party.js';

/** A call in few words: `Anna → Ben: talking`. */
export function tell(call: Call | EndedCall): string {
  const others = call.with.length === 0 ? '' : ` → ${toPartiesText(call.with)}`;
  return `${toPartyText(call.who)}${others}: ${isEnded(call) ? tellEnd(call) : tellState(call)}`;
}

function tellState({ state, queue, room, exten }: Call): string {
  return [state, queue, room, exten].filter((word) => word !== undefined).join(' ');
}

function tellEnd({ answered, dialStatus, mergedInto }: EndedCall): string {
  if (mergedInto !== undefined) return 'merged';
  return answered ? 'answered' : ['missed', dialStatus].join(' ').trim();
}

/** What becomes of each call, one change after the other; calls in the order of their beginning. */
export function tellStories(events: readonly AmiEvent[]): string[][] {
  const board = new CallBoard();
  const stories = new Map<string, string[]>();
  events.forEach((one, index) => {
    for (const call of board.take(one, index * 1000)) {
      const story = stories.get(call.id) ?? [];
      stories.set(call.id, story);
      if (story.at(-1) !== tell(call)) story.push(tell(call));
    }
  });
  return [...stories.values()];
}
