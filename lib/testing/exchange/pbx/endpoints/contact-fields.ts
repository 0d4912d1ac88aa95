import type { Fields } from '../fields.js';
import type { Phone } from '../phones.js';
import { qualifyFields, qualifyFrequency } from './aor-fields.js';
import type { Contact } from './contact.js';

const userAgent = 'Phone 1.0';

/** What a phone has registered, as the list of contacts has it. */
export function contactFields(phone: Phone, contact: Contact): Fields {
  const [host, port] = contact.address;
  return {
    ObjectType: 'contact',
    ObjectName: contact.id,
    ViaAddr: host,
    QualifyTimeout: '3.000000',
    ...qualifyFields(phone, 'false'),
    CallId: callId(contact),
    RegServer: '',
    PruneOnBoot: 'no',
    Path: '',
    Endpoint: phone.name,
    ViaPort: port,
    AuthenticateQualify: 'no',
    Uri: contact.uri,
    QualifyFrequency: qualifyFrequency,
    UserAgent: userAgent,
    ExpirationTime: contact.expiresAt,
    OutboundProxy: '',
    Status: contact.status,
    RoundtripUsec: contact.roundTrip,
  };
}

/** The same as the list of their states has it. */
export function contactStatusDetail(phone: Phone, contact: Contact): Fields {
  return {
    AOR: phone.name,
    URI: contact.uri,
    UserAgent: userAgent,
    RegExpire: contact.expiresAt,
    ViaAddress: contact.address.join(':'),
    CallID: callId(contact),
    Status: contact.status,
    RoundtripUsec: contact.roundTrip,
    EndpointName: phone.name,
    ID: contact.id,
    AuthenticateQualify: 0,
    OutboundProxy: '',
    Path: '',
    QualifyFrequency: qualifyFrequency,
    QualifyTimeout: '3.000',
    ...qualifyFields(phone, 0),
  };
}

function callId({ endpoint, address: [host] }: Contact): string {
  return `${endpoint}-1@${host}`;
}
