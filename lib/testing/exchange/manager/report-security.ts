import type { Pbx } from '../pbx/pbx.js';
import type { Fields } from '../pbx/fields.js';
import type { ManagerSession } from './manager-session.js';

/** What befalls a session that other sessions with the class `security` hear of. */
export type SecurityIncident =
  | { readonly name: 'SuccessfulAuth' }
  | {
      readonly name: 'InvalidPassword' | 'InvalidAccountID' | 'FailedACL';
      readonly accountId: string;
    }
  | { readonly name: 'SessionLimit' }
  | {
      readonly name: 'ChallengeResponseFailed';
      readonly challenge: string;
      readonly response: string;
      readonly expected: string;
    }
  | { readonly name: 'RequestBadFormat' | 'RequestNotAllowed'; readonly action: string };

/** Tells of an incident, in the fields and the order of security_events.c. */
export function reportSecurity(
  pbx: Pbx,
  session: ManagerSession,
  localAddress: string,
  incident: SecurityIncident,
): void {
  const { name } = incident;
  const account = { AccountID: 'accountId' in incident ? incident.accountId : session.username };
  const addresses = {
    SessionID: session.id,
    LocalAddress: describeAddress(localAddress),
    RemoteAddress: describeAddress(session.remoteAddress),
  };
  const began = { SessionTV: timeText(session.loggedInAt) };
  // The account is not among what this event must say, so it comes last.
  const isAccountLast = name === 'RequestBadFormat';
  pbx.emit(name, ['security'], {
    EventTV: timeText(pbx.now()),
    Severity: name === 'SuccessfulAuth' ? 'Informational' : 'Error',
    Service: 'AMI',
    EventVersion: name === 'InvalidPassword' ? 2 : 1,
    ...(isAccountLast ? {} : account),
    ...addresses,
    ...details(incident),
    ...began,
    ...(isAccountLast ? account : {}),
  });
}

function details(incident: SecurityIncident): Fields {
  switch (incident.name) {
    case 'SuccessfulAuth':
      return { UsingPassword: 0 };
    case 'ChallengeResponseFailed':
      return {
        Challenge: incident.challenge,
        Response: incident.response,
        ExpectedResponse: incident.expected,
      };
    case 'RequestBadFormat':
    case 'RequestNotAllowed':
      return { RequestType: `Action: ${incident.action}` };
    default:
      return {};
  }
}

function timeText(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000');
}

/** `127.0.0.1:5038` as `IPV4/TCP/127.0.0.1/5038`. */
function describeAddress(address: string): string {
  const colon = address.lastIndexOf(':');
  const host = address.slice(0, colon).replace(/^\[(.*)\]$/, '$1');
  return `${host.includes(':') ? 'IPV6' : 'IPV4'}/TCP/${host}/${address.slice(colon + 1)}`;
}
