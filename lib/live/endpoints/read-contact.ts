import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readNumber, readText, readTime } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';
import type { Contact, ContactState } from './contact.js';

// Later versions say `NonQualified` of what is not asked, and of what is new.
const states: ReadonlyMap<string | undefined, ContactState> = new Map([
  ['Reachable', 'reachable'],
  ['Unreachable', 'unreachable'],
  ['NonQualified', 'unqualified'],
  ['Unqualified', 'unqualified'],
  ['Unknown', 'unqualified'],
  ['Created', 'unqualified'],
]);

/** Whether a contact answers, by the words of events and lists. */
export function readContactState(text: string | undefined): ContactState | undefined {
  return states.get(text);
}

/** What a `ContactStatus` says of a contact. */
export function readContactStatus(
  event: AmiEvent,
  state: ContactState,
  known: Contact | undefined,
): Contact {
  return keepSame(known, {
    uri: known?.uri ?? ownText(event.get('URI') ?? ''),
    aor: known?.aor ?? readText(event, 'AOR'),
    state,
    roundTripMs: readRoundTrip(event, state),
    userAgent: known?.userAgent,
    expiresAt: known?.expiresAt,
  });
}

/** What a `ContactStatusDetail`, an entry of the list, says of a contact. */
export function readContactDetail(entry: AmiEvent, known: Contact | undefined): Contact {
  const state = readContactState(entry.get('Status'));
  return keepSame(known, {
    uri: known?.uri ?? ownText(entry.get('URI') ?? ''),
    aor: known?.aor ?? readText(entry, 'AOR'),
    state,
    roundTripMs: readRoundTrip(entry, state),
    userAgent: readText(entry, 'UserAgent'),
    expiresAt: readTime(entry, 'RegExpire'),
  });
}

/** `alice/sip:alice@192.0.2.7,` and so on: the contacts in an entry of endpoints. */
export function readContactNames(text: string): { aor: string; uri: string }[] {
  return text
    .split(/,(?=[^,/]+\/sips?:|$)/i)
    .map((name) => [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)])
    .filter(([aor, uri]) => aor !== '' && uri !== '')
    .map(([aor = '', uri = '']) => ({ aor: ownText(aor), uri: ownText(uri) }));
}

/** Of what does not answer there is a zero, or the last one. */
function readRoundTrip(event: AmiEvent, state: ContactState | undefined): number | undefined {
  const usec = state === 'reachable' ? readNumber(event, 'RoundtripUsec') : undefined;
  return usec === undefined ? undefined : usec / 1000;
}
