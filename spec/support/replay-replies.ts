import { Action, AmiEvent, Response } from '../../lib/wire/index.js';
import type { Message } from '../../lib/wire/index.js';
import { Reply } from '../../lib/client/reply.js';
import type { Verdict } from '../../lib/client/reply.js';
import { parse } from './parse.js';
import { readSent, readTranscript } from './transcripts.js';

/** An action of a recording, and what `Reply` made of the messages that came for it. */
export interface Replayed {
  readonly action: Action;
  readonly messages: Message[];
  /** What the last of them meant; `'more'` if the recording ends before the answer does. */
  verdict: Verdict;
  /** What bore its ActionID after the end. */
  readonly late: Message[];
}

/** Follows the answers to all actions of a recording that have an ActionID. */
export function replayReplies(name: string): Replayed[] {
  const all = parse([readSent(name)])
    .messages.filter((sent) => sent.actionId !== undefined)
    .map((sent) => {
      const fields = sent.fields.filter(([field]) => field.toLowerCase() !== 'action');
      const action = new Action(sent.get('Action') ?? '', fields);
      const replayed: Replayed = { action, messages: [], verdict: 'more', late: [] };
      return { replayed, reply: new Reply(action) };
    });
  const isOpen = ({ replayed }: (typeof all)[number]): boolean => replayed.verdict === 'more';
  for (const message of parse([readTranscript(name)]).messages) {
    const mine = all.filter(({ replayed, reply }) => isFor(message, replayed.action, reply));
    // Where an ActionID was used again, the answers come in the order of asking.
    const next = mine.find(isOpen);
    if (next === undefined) mine.at(-1)?.replayed.late.push(message);
    else if (message instanceof AmiEvent)
      take(next.replayed, message, next.reply.takeEvent(message));
    else if (message instanceof Response)
      take(next.replayed, message, next.reply.takeResponse(message));
  }
  return all.map(({ replayed }) => replayed);
}

function take(replayed: Replayed, message: Message, verdict: Verdict): void {
  replayed.messages.push(message);
  replayed.verdict = verdict;
}

function isFor(message: Message, action: Action, reply: Reply): boolean {
  const id = message.actionId;
  if (id !== undefined) return id === action.actionId;
  const commandId = action.get('CommandID');
  if (commandId !== undefined && message.get('CommandId') === commandId) {
    return message instanceof AmiEvent && message.name === 'AsyncAGIExec';
  }
  return message instanceof AmiEvent && reply.owns(message);
}

/** A message in a word: an event's name, a response's status. */
export function wordOf(message: Message | undefined): string {
  if (message instanceof AmiEvent) return message.name;
  return message instanceof Response ? message.status : 'none';
}
