import type { Answers } from './lab.js';
import { AmiEvent } from '../../../lib/wire/index.js';
import { parse } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';

type Entry = readonly [string, Readonly<Record<string, string>>];

/** Answers list actions with entries that may change, by the name of the action. */
export function listing(lists: Readonly<Record<string, readonly Entry[]>>): Answers {
  return Object.fromEntries(
    Object.keys(lists).map((name) => [
      name,
      (request) => {
        request.list('A list will follow', lists[name] ?? [], `${name}Complete`);
      },
    ]),
  );
}

/** What the list that was sent under an ActionID has, its end excepted. */
export function entriesIn(recording: string, actionId: string): Entry[] {
  return parse([readTranscript(recording)])
    .messages.filter((message) => message instanceof AmiEvent)
    .filter((event) => event.actionId === actionId && event.get('EventList') !== 'Complete')
    .map((event) => {
      const fields = Object.entries(event.toObject() as Record<string, string>);
      const own = fields.filter(([field]) => field !== 'Event' && field !== 'ActionID');
      return [event.name, Object.fromEntries(own)];
    });
}
