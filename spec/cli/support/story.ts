import { CallBoard } from '../../../lib/cli/monitor/call-board.js';
import type { CallStep, ShownCall } from '../../../lib/cli/monitor/call.js';
import type { MonitorInput } from '../../../lib/cli/monitor/monitor-model.js';
import { toPartiesText, toPartyText } from '../../../lib/cli/monitor/party.js';
import type { AmiEvent } from '../../../lib/wire/index.js';
import { LiveFold } from './live-fold.js';

/** A step of a call in few words: `Anna → Ben: talking`. */
export function tell(step: CallStep): string {
  if (step.type === 'ended') return `${tellSides(step.call)}: ${step.call.result}`;
  if (step.type === 'merged') return `${tellSides(step.call)}: merged into ${step.into.id}`;
  if (step.type === 'changed') return tellCall(step.call);
  const { by, to } = step.transfer;
  const target = typeof to === 'string' ? to : toPartyText(to ?? {});
  return `${tellSides(step.call)}: ${step.transfer.type} transfer by ${toPartyText(by)} to ${target}`;
}

/** A call in few words. */
export function tellCall(call: ShownCall): string {
  const { state, queue, agent, room, parking, exten } = call;
  const words = [state, queue, agent, room, parking, exten];
  return `${tellSides(call)}: ${words.filter((word) => word !== undefined).join(' ')}`;
}

function tellSides({ who, with: others }: Pick<ShownCall, 'who' | 'with'>): string {
  return others.length === 0 ? toPartyText(who) : `${toPartyText(who)} → ${toPartiesText(others)}`;
}

/** The steps of calls that inputs bring about. */
export function stepsOf(board: CallBoard, inputs: readonly MonitorInput[], at: number): CallStep[] {
  return inputs.flatMap((input) => {
    if (input.type === 'place') board.place(input.channelId, input.place);
    return input.type === 'call' ? board.take(input.change, at) : [];
  });
}

/** What becomes of each call, one change after the other; calls in the order of their beginning. */
export function tellStories(events: readonly AmiEvent[]): string[][] {
  const [fold, board] = [new LiveFold(), new CallBoard()];
  const stories = new Map<string, string[]>();
  events.forEach((event, index) => {
    const at = index * 1000;
    for (const step of stepsOf(board, fold.take(event, at), at)) {
      const story = stories.get(step.call.id) ?? [];
      stories.set(step.call.id, story);
      if (story.at(-1) !== tell(step)) story.push(tell(step));
    }
  });
  return [...stories.values()];
}
