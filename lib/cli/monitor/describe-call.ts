import type { Call } from '../../live/index.js';
import type { ShownCall, ShownState, Whereabouts } from './call.js';
import { peopleOf } from './people.js';
import { legsOf } from './surroundings.js';
import type { Surroundings } from './surroundings.js';

/** What can be said of a call by itself: all but the times. */
export type Description = Omit<ShownCall, 'id' | 'startedAt' | 'since'>;

/** Describes a call by those who are in it; `undefined` if nobody is. */
export function describeCall(call: Call, around: Surroundings): Description | undefined {
  const [who, ...others] = peopleOf(call, around);
  if (who === undefined) return undefined;
  const state = stateOf(call);
  const { channelId } = legsOf(call).find(({ channel }) => channel === who.channel) ?? {};
  const isAlone = state === 'up' && others.length === 0 && channelId !== undefined;
  const exten = isAlone ? around.placeOf(channelId)?.extension : undefined;
  return { who, with: others, state, ...whereaboutsOf(call), exten };
}

function stateOf(call: Call): ShownState {
  if (call.conference !== undefined) return 'conference';
  switch (call.state) {
    case 'dialing':
      return 'dialling';
    case 'queued':
      return isRinging(call) ? 'ringing' : 'queued';
    case 'up':
    case 'ended':
      return call.talking.length > 0 ? 'talking' : 'up';
    default:
      return call.state;
  }
}

function isRinging(call: Call): boolean {
  return (
    call.dials.some(({ status, endedAt }) => endedAt === undefined && status === 'ringing') ||
    legsOf(call).some(({ state }) => state === 'ringing')
  );
}

function whereaboutsOf({ queue, conference, parking }: Call): Omit<Whereabouts, 'exten'> {
  const agent = queue?.agent?.completedAt === undefined ? queue?.agent : undefined;
  const isInQueue = queue !== undefined && (queue.leftAt === undefined || agent !== undefined);
  return {
    queue: isInQueue ? queue.queue : undefined,
    agent: agent?.name ?? agent?.interface,
    room: conference,
    parking: parking?.space,
  };
}
