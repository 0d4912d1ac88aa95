import type {
  ActionFields,
  AmiClient,
  AmiEvent,
  EventByName,
  EventName,
} from '../../../lib/index.js';
import { all, next } from './wait-for.js';

/** The fields of an action, each name once. */
export type NamedFields = Exclude<ActionFields, readonly unknown[]>;

/**
 * Ids for channels, none of which begins like another: Asterisk 22 takes a beginning for the whole,
 * and refuses it as being in use.
 */
export function channelIds(count: number): string[] {
  const digits = String(count).length;
  return Array.from({ length: count }, (_, i) => `spec-${String(i).padStart(digits, '0')}`);
}

/** Lets a channel that answers at once, and stays, call an extension; gives its OriginateResponse. */
export async function call(
  ami: AmiClient,
  extension: string,
  fields: NamedFields = {},
): Promise<AmiEvent> {
  const answer = await all(
    ami.action('Originate', {
      Channel: 'Local/110@default/n',
      Context: 'default',
      Exten: extension,
      Priority: 1,
      Async: true,
      ...fields,
    }),
  );
  return answer.at(-1) as AmiEvent;
}

/** As `call`, until an event tells that the caller has come where it should. */
export async function callUntil<N extends EventName>(
  ami: AmiClient,
  extension: string,
  event: N,
  fields?: NamedFields,
): Promise<EventByName[N]> {
  const [arrived] = await Promise.all([next(ami.event(event)), call(ami, extension, fields)]);
  return arrived;
}

/** Ends every call, and is back when all channels are gone. */
export async function hangUpAll(ami: AmiClient): Promise<void> {
  for (;;) {
    const gone = next(ami.event('Hangup'));
    // Where nothing is left to hang up, none is waited for.
    gone.catch(() => undefined);
    const { entries } = await next(ami.collect('CoreShowChannels'));
    if (entries.length === 0) return;
    await next(ami.collect('Hangup', { Channel: '/.*/' }));
    await gone;
  }
}
