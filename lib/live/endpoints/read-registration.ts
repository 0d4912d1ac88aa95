import type { AmiEvent } from '../../wire/index.js';
import { ownText } from '../core/own-text.js';
import { readText } from '../core/read-value.js';
import { keepSame } from '../core/keep-same.js';
import type { Registration, RegistrationState } from './registration.js';

/**
 * The words of all technologies.
 *
 * Source: `sip_outbound_registration_status_str` in `res/res_pjsip_outbound_registration.c`,
 * `regstate2str` in `channels/chan_sip.c` and in `channels/chan_iax2.c`.
 */
const states: ReadonlyMap<string, RegistrationState> = new Map([
  ['Registered', 'registered'],
  ['Unregistered', 'unregistered'],
  ['Stopping', 'unregistered'],
  ['Stopped', 'unregistered'],
  ['Rejected', 'rejected'],
  ['Failed', 'failed'],
  ['Request Sent', 'requesting'],
  ['Auth. Sent', 'requesting'],
  ['Timeout', 'timed-out'],
  ['No Authentication', 'unauthenticated'],
]);

/** What an event and the entries of the lists have in common. */
interface Parts {
  readonly technology: string;
  readonly username: string;
  readonly server: string;
  readonly state: RegistrationState;
  readonly name?: string | undefined;
  readonly cause?: string | undefined;
}

/** A way to read a registration; `undefined` where there is none in it. */
export type RegistrationReader = (event: AmiEvent) => Parts | undefined;

/** Of the event `Registry`. */
export const fromEvent: RegistrationReader = (event) =>
  read(event, event.get('ChannelType') ?? '', 'Username', 'Domain', 'Status');

/** Of `PJSIPShowRegistrationsOutbound`. Its other entries have secrets in them, and are not read. */
export const fromPjsip: RegistrationReader = (entry) =>
  entry.name === 'OutboundRegistrationDetail'
    ? read(entry, 'PJSIP', 'ClientUri', 'ServerUri', 'Status')
    : undefined;

/** Of `SIPshowregistry`: its `Host` is what events call the domain. */
export const fromSip: RegistrationReader = (entry) =>
  read(entry, 'SIP', 'Username', 'Host', 'State');

/** Of `IAXregistry`. */
export const fromIax: RegistrationReader = (entry) =>
  read(entry, 'IAX2', 'Username', 'Host', 'State');

/** Such as `SIP/me@sip.example.org`. */
export function registrationId({ technology, username, server }: Parts): string {
  return `${technology}/${username}@${server}`;
}

/** A registration as it is now. */
export function registrationOf(parts: Parts, known: Registration | undefined): Registration {
  const { technology, username, server, state } = parts;
  // Lists do not repeat why.
  const cause = parts.cause ?? (state === known?.state ? known.cause : undefined);
  return keepSame(known, {
    id: known?.id ?? ownText(registrationId(parts)),
    technology: known?.technology ?? ownText(technology),
    name: parts.name ?? known?.name,
    username: known?.username ?? ownText(username),
    server: known?.server ?? ownText(server),
    state,
    cause,
  });
}

function read(
  event: AmiEvent,
  technology: string,
  usernameField: string,
  serverField: string,
  stateField: string,
): Parts | undefined {
  const username = event.get(usernameField) ?? '';
  const server = event.get(serverField) ?? '';
  const word = event.get(stateField);
  if (technology === '' || server === '' || word === undefined) return undefined;
  const state = states.get(word) ?? 'unknown';
  const name = readText(event, 'ObjectName');
  return { technology, username, server, state, name, cause: readText(event, 'Cause') };
}
