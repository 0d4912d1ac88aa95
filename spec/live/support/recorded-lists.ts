import { AmiEvent } from '../../../lib/wire/index.js';
import { parse } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';
import type { Lists } from './tracked.js';

/** The entries of a list in a recording, by the name of their event. */
export function entriesOf(recording: string, name: string): AmiEvent[] {
  return listed(recording).filter((event) => event.name === name);
}

/** The entries of lists in a recording, by the names of their actions. */
export function listsIn(recording: string, ...actions: string[]): Lists {
  const events = listed(recording).filter(({ name }) => !name.endsWith('Complete'));
  const of = (action: string): AmiEvent[] =>
    events.filter(({ actionId }) => actionId?.replace(/-\d+$/, '') === action);
  return Object.fromEntries(actions.map((action) => [action, of(action)]));
}

function listed(recording: string): AmiEvent[] {
  return parse([readTranscript(recording)])
    .messages.filter((message) => message instanceof AmiEvent)
    .filter(({ actionId }) => actionId !== undefined);
}
