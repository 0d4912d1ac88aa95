import { AmiEvent } from '../../../lib/wire/index.js';
import { parse } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';

/** The events of a recording that are news: not the entries of lists. */
export function newsOf(name: string): AmiEvent[] {
  return parse([readTranscript(name)])
    .messages.filter((message) => message instanceof AmiEvent)
    .filter((event) => !isListEntry(event));
}

function isListEntry(event: AmiEvent): boolean {
  const isNews = event.name === 'OriginateResponse' || event.name === 'UserEvent';
  return event.actionId !== undefined && !isNews;
}
