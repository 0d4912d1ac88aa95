import { callKind } from '../../../lib/live/calls/call-model.js';
import type { Call } from '../../../lib/live/calls/call.js';
import type { Dial } from '../../../lib/live/calls/dial.js';
import type { Change } from '../../../lib/live/core/change.js';
import { short } from '../channels/channel-story.js';
import { Listened } from '../channels/listened.js';
import { newsOf } from '../support/fold.js';

/** The calls of a recording, after so many of its events or all; from each to the next is a second. */
export function callsIn(recording: string, count?: number): Listened<Call> {
  return new Listened(callKind).take(newsOf(recording).slice(0, count));
}

/** What has happened to calls, a line for each change that a line shows: `<why> <call>: <in short>`. */
export function storyOf(changes: readonly Change<Call>[]): string[] {
  const last = new Map<string, string>();
  return changes.flatMap(({ key, value, cause }) => {
    const line = value === undefined ? 'gone' : inShort(value);
    const isNews = last.get(key) !== line;
    last.set(key, line);
    const why = cause.type === 'event' ? cause.event.name : cause.type;
    return isNews ? [`${why} ${short(key)}: ${line}`] : [];
  });
}

/** Such as `up 35+37 | ->34 answered, 34>36 answered (Alice) | support with Alice`. */
export function inShort(call: Call): string {
  const talk = call.talking.map((ids) => ids.map(short).join('+'));
  const dials = call.dials.map(dialInShort).join(', ');
  const parts = [[call.state, ...talk].join(' '), dials, ...happeningsOf(call)];
  return parts.filter((part) => part !== '').join(' | ');
}

/** The last value of each call that is over or has become part of another, by its Linkedid. */
export function lastValuesOf(changes: readonly Change<Call>[]): Record<string, Call> {
  const gone = changes.filter(({ type }) => type === 'removed');
  return Object.fromEntries(gone.map(({ key, previous }) => [short(key), previous as Call]));
}

/** What is left of a call: how it ended, and how long people talked; in seconds. */
export function outcomeOf(call: Call | undefined): Record<string, unknown> {
  const { result, direction, hangup, mergedInto } = call as Call;
  const inSeconds = (ms: number | undefined) => ms && ms / 1000;
  return {
    result: result ?? `now ${short(mergedInto)}`,
    direction,
    startedAt: inSeconds(call?.startedAt),
    answeredAt: inSeconds(call?.answeredAt),
    endedAt: inSeconds(call?.endedAt),
    talked: inSeconds(call?.talkMs),
    cause: hangup?.code,
  };
}

/** What has happened in a call: `<second> <what> <whom> <detail>`. */
export function timelineOf(call: Call | undefined): string[] {
  return (call?.timeline ?? []).map(({ at, type, channelId, detail }) =>
    [at / 1000, type, channelId && short(channelId), detail && short(detail)]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

function dialInShort({ from, to, status, member }: Dial): string {
  const who = member === undefined ? '' : ` (${member})`;
  return `${short(from)}>${short(to)} ${status}${who}`;
}

function happeningsOf(call: Call): string[] {
  const { queue, conference, parking, mergedInto } = call;
  const happenings: string[] = [];
  if (queue !== undefined) {
    const outcome = queue.isAbandoned ? 'abandoned' : queue.agent && `with ${queue.agent.name}`;
    const isWaiting = queue.leftAt === undefined;
    happenings.push([queue.queue, isWaiting && 'waits', outcome].filter(Boolean).join(' '));
  }
  if (conference !== undefined) happenings.push(`in ${conference}`);
  if (parking !== undefined) happenings.push(`parked at ${parking.space}`);
  for (const { to } of call.transfers) happenings.push(`transferred to ${to}`);
  for (const { channelId } of call.pickups) happenings.push(`picked up by ${short(channelId)}`);
  if (call.isRecorded) happenings.push('recorded');
  if (mergedInto !== undefined) happenings.push(`now ${short(mergedInto)}`);
  return happenings;
}

/** A story with the channels counted from this one, which differ from recording to recording. */
export function countedFrom(first: number, story: readonly string[]): string[] {
  return story.map((line) => line.replace(/\b\d+\b/g, (id) => String(Number(id) - first)));
}
