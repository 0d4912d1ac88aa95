import type { Fields } from '../fields.js';
import type { Phone } from '../phones.js';

/** Whether a contact is asked for every so many seconds, by what a list says of it. */
export const qualifyFrequency = 60;

/** What only later versions say of how contacts are asked for. */
export function qualifyFields({ pbx }: Phone, value: string | number): Fields {
  return pbx.version === '16' ? {} : { Qualify2xxOnly: value };
}

/**
 * The address of record of a phone, as lists have it.
 *
 * @param contactsField - What the list calls the contacts, and that is one name too many in one of them.
 */
export function aorFields(phone: Phone, contactsField = 'Contacts'): Fields {
  const { name, contact } = phone;
  return {
    ObjectType: 'aor',
    ObjectName: name,
    MinimumExpiration: 60,
    DefaultExpiration: 3600,
    QualifyTimeout: '3.000000',
    ...qualifyFields(phone, 'false'),
    Mailboxes: '',
    SupportPath: 'false',
    RemoveUnavailable: 'false',
    VoicemailExtension: '',
    MaxContacts: 1,
    AuthenticateQualify: 'false',
    [contactsField]: contact === undefined ? '' : `${name}/${contact.uri}`,
    MaximumExpiration: 7200,
    QualifyFrequency: qualifyFrequency,
    RemoveExisting: 'true',
    OutboundProxy: '',
  };
}
