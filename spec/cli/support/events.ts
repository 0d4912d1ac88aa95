import { AmiEvent } from '../../../lib/wire/index.js';
import { parse } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';

/** The events of a recording, without the entries of lists that were asked for. */
export function recordedEvents(transcript: string): AmiEvent[] {
  const { messages } = parse([readTranscript(transcript)]);
  return messages.flatMap((message) =>
    message instanceof AmiEvent && message.actionId === undefined ? [message] : [],
  );
}

/** An event out of fields. */
export function event(name: string, fields: Readonly<Record<string, string>> = {}): AmiEvent {
  return new AmiEvent([
    `Event: ${name}`,
    ...Object.entries(fields).map(([key, value]) => `${key}: ${value}`),
  ]);
}

/** An event with the fields of a channel. */
export function channelEvent(
  name: string,
  id: string,
  fields: Readonly<Record<string, string>> = {},
): AmiEvent {
  return event(name, { ...channelFields(id), ...fields });
}

/** The fields of a channel, under a prefix. */
export function channelFields(id: string, prefix = ''): Record<string, string> {
  const fields = {
    Channel: `PJSIP/${id}-00000001`,
    ChannelState: '6',
    ChannelStateDesc: 'Up',
    CallerIDNum: id,
    CallerIDName: '<unknown>',
    Exten: '100',
    Uniqueid: id,
    Linkedid: '1',
  };
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [prefix + key, value]));
}
