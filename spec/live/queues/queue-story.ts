import type { Change } from '../../../lib/live/core/change.js';
import type { Queue, QueueMember } from '../../../lib/live/queues/queue.js';
import { AmiEvent } from '../../../lib/wire/index.js';
import { parse } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';

/** The entries of the `QueueStatus` that was sent under an ActionID. */
export function listIn(recording: string, actionId: string): AmiEvent[] {
  return messagesOf(recording)
    .filter((event) => event.actionId === actionId)
    .filter(({ name }) => /^Queue(Params|Member|Entry)$/.test(name));
}

/** How many events that are no entries of lists came before that list. */
export function newsBefore(recording: string, actionId: string): number {
  const messages = messagesOf(recording);
  const list = messages.findIndex((event) => event.actionId === actionId);
  const isNews = ({ actionId: id, name }: AmiEvent) =>
    id === undefined || name === 'OriginateResponse';
  return messages.slice(0, list).filter(isNews).length;
}

/** Why a queue has changed, who waits in it now, and what its members do. */
export function storyOf(changes: readonly Change<Queue>[]): string[] {
  return changes.map(({ key, value, cause }) => {
    const why = cause.type === 'event' ? cause.event.name : cause.type;
    return value === undefined ? `${why}: no ${key}` : `${why}: ${inShort(value)}`;
  });
}

/** Such as `empty [1 1795397425.0] Erin in-use ringing 1795397425.0`. */
export function inShort({ name, waiting, members }: Queue): string {
  const callers = waiting.map(({ position, channelId }) => `${position} ${channelId}`);
  return [name, `[${callers.join(', ')}]`, ...[...members.values()].map(memberInShort)].join(' ');
}

function memberInShort({ name, state, isPaused, isInCall, call }: QueueMember): string {
  const words = [name, state];
  if (isPaused) words.push('paused');
  if (isInCall) words.push('in call');
  if (call !== undefined) words.push(call.state, call.channelId);
  return words.join(' ');
}

function messagesOf(recording: string): AmiEvent[] {
  return parse([readTranscript(recording)]).messages.filter((one) => one instanceof AmiEvent);
}
