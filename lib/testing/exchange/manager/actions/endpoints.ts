import { aorFields } from '../../pbx/endpoints/aor-fields.js';
import { authFields } from '../../pbx/endpoints/auth-fields.js';
import { contactFields, contactStatusDetail } from '../../pbx/endpoints/contact-fields.js';
import { endpointDetail, endpointFields } from '../../pbx/endpoints/endpoint-fields.js';
import { registrationFields } from '../../pbx/endpoints/registration-fields.js';
import type { Phone } from '../../pbx/phones.js';
import type { ManagerAction } from '../manager-action.js';
import type { ListEntry, Request } from '../request.js';
import { peerActions } from './peers.js';

/** Those who may ask for almost all of it. */
const privilege = ['system'] as const;

const showEndpoints: ManagerAction = {
  name: 'PJSIPShowEndpoints',
  privilege,
  synopsis: 'Lists PJSIP endpoints.',
  run: (request) => {
    const entries = phonesOf(request).map((one): ListEntry => [
      'EndpointList',
      endpointFields(one),
    ]);
    listSome(request, 'endpoints', 'Endpoint', entries);
    return undefined;
  },
};

const showAors: ManagerAction = {
  name: 'PJSIPShowAors',
  privilege,
  synopsis: 'Lists PJSIP AORs.',
  run: (request) => {
    const entries = phonesOf(request).map((one): ListEntry => ['AorList', aorFields(one)]);
    listSome(request, 'AORs', 'Aor', entries);
    return undefined;
  },
};

const showAuths: ManagerAction = {
  name: 'PJSIPShowAuths',
  privilege,
  synopsis: 'Lists PJSIP Auths.',
  run: (request) => {
    const entries = phonesOf(request).map((one): ListEntry => ['AuthList', authFields(one)]);
    listSome(request, 'Auths', 'Auth', entries);
    return undefined;
  },
};

const showContacts: ManagerAction = {
  name: 'PJSIPShowContacts',
  privilege,
  synopsis: 'Lists PJSIP Contacts.',
  run: (request) => {
    const entries = phonesOf(request).flatMap((phone): ListEntry[] =>
      phone.contact === undefined ? [] : [['ContactList', contactFields(phone, phone.contact)]],
    );
    listSome(request, 'Contacts', 'Contact', entries);
    return undefined;
  },
};

const showEndpoint: ManagerAction = {
  name: 'PJSIPShowEndpoint',
  privilege,
  synopsis: 'Detail listing of an endpoint and its objects.',
  run: (request) => {
    const name = request.get('Endpoint');
    const phone = request.pbx.phones.all.get(name);
    if (name === '') request.fail('PJSIPShowEndpoint requires an endpoint name\n');
    else if (phone === undefined) request.fail(`Unable to retrieve endpoint ${name}\n`);
    else {
      const message = 'Following are Events for each object associated with the Endpoint';
      request.list(message, detailsOf(phone), 'EndpointDetailComplete');
    }
    return undefined;
  },
};

function detailsOf(phone: Phone): ListEntry[] {
  const { name, contact } = phone;
  const count = contact === undefined ? 0 : 1;
  const aor = { ...aorFields(phone), TotalContacts: count, ContactsRegistered: count };
  return [
    ['EndpointDetail', endpointDetail(phone)],
    ['AuthDetail', { ...authFields(phone), EndpointName: name }],
    ['AorDetail', { ...aor, EndpointName: name }],
    ...contactStatusesOf(phone),
  ];
}

const showContactStatuses: ManagerAction = {
  name: 'PJSIPShowRegistrationInboundContactStatuses',
  privilege,
  synopsis: 'Lists ContactStatuses for PJSIP inbound registrations.',
  run: (request) => {
    const message = 'Following are ContactStatusEvents for each Inbound registration';
    const entries = phonesOf(request).flatMap(contactStatusesOf);
    request.list(message, entries, 'ContactStatusDetailComplete');
    return undefined;
  },
};

function contactStatusesOf(phone: Phone): ListEntry[] {
  const { contact } = phone;
  if (contact === undefined) return [];
  return [['ContactStatusDetail', contactStatusDetail(phone, contact)]];
}

const showRegistrationsInbound: ManagerAction = {
  name: 'PJSIPShowRegistrationsInbound',
  privilege,
  synopsis: 'Lists PJSIP inbound registrations.',
  run: (request) => {
    const entries = phonesOf(request).map((phone): ListEntry => {
      const { Contacts = '' } = endpointFields(phone);
      return ['InboundRegistrationDetail', { ...aorFields(phone, 'Contact'), Contacts }];
    });
    const message = 'Following are Events for each Inbound registration';
    request.list(message, entries, 'InboundRegistrationDetailComplete');
    return undefined;
  },
};

const showRegistrationsOutbound: ManagerAction = {
  name: 'PJSIPShowRegistrationsOutbound',
  privilege: ['system', 'reporting'],
  synopsis: 'Lists PJSIP outbound registrations.',
  run: (request) => {
    const { registrations, version } = request.pbx;
    const all = [...registrations.all.values()];
    const registered = all.filter(({ status }) => status === 'Registered').length;
    const entries = all.map((one): ListEntry => [
      'OutboundRegistrationDetail',
      registrationFields(one, version),
    ]);
    const message = 'Following are Events for each Outbound registration';
    request.list(message, entries, 'OutboundRegistrationDetailComplete', {
      Registered: registered,
      NotRegistered: all.length - registered,
    });
    return undefined;
  },
};

/** A list of what there never is. */
function showNone(
  name: string,
  synopsis: string,
  message: string,
  complete: string,
): ManagerAction {
  return {
    ...{ name, privilege, synopsis },
    run: (request) => {
      request.list(message, [], complete);
      return undefined;
    },
  };
}

/** What 16 and 22 say of it differs. */
function showSubscriptions(direction: 'Inbound' | 'Outbound', complete: string): ManagerAction[] {
  const what = direction.toLowerCase();
  return (['16', '22'] as const).map((version) => ({
    ...showNone(
      `PJSIPShowSubscriptions${direction}`,
      version === '16' ? 'Lists subscriptions.' : `Lists ${what} subscriptions.`,
      `Following are Events for each ${what} Subscription`,
      complete,
    ),
    isLoaded: (pbx) => pbx.version === version,
  }));
}

const showMaintenance: ManagerAction = {
  ...showNone(
    'PJSIPShowMaintenance',
    'Show maintenance mode status for PJSIP endpoints.',
    'Maintenance status events follow',
    'PJSIPMaintenanceStatusComplete',
  ),
  privilege: ['system', 'reporting'],
  isLoaded: ({ version }) => version !== '16',
};

const showResourceLists: ManagerAction = {
  name: 'PJSIPShowResourceLists',
  privilege,
  synopsis: 'Displays settings for configured resource lists.',
  run: (request) => {
    request.fail('No resource lists found\n');
    return undefined;
  },
};

/** The phones and what they have registered, and the peers of other technologies. */
export const endpointActions: readonly ManagerAction[] = [
  ...[showEndpoints, showEndpoint, showAors, showAuths, showContacts, showContactStatuses],
  ...[showRegistrationsInbound, showRegistrationsOutbound, showResourceLists],
  ...showSubscriptions('Inbound', 'InboundSubscriptionDetailComplete'),
  ...showSubscriptions('Outbound', 'OutboundSubscriptionDetailComplete'),
  showMaintenance,
  ...peerActions,
];

function phonesOf({ pbx }: Request): Phone[] {
  return [...pbx.phones.all.values()];
}

/** A list that is an error when there is nothing in it. */
function listSome(
  request: Request,
  plural: string,
  what: string,
  entries: readonly ListEntry[],
): void {
  if (entries.length === 0) {
    request.fail(`No ${plural} found\n`);
    return;
  }
  const title = plural === 'endpoints' ? 'Endpoints' : plural;
  const message = `A listing of ${title} follows, presented as ${what}List events`;
  request.list(message, entries, `${what}ListComplete`);
}
