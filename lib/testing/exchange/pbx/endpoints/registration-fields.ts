import type { Fields } from '../fields.js';
import type { AsteriskVersion } from '../pbx.js';
import type { Registration } from './registrations.js';

/** A registration with others, as the list has it. */
export function registrationFields(registration: Registration, version: AsteriskVersion): Fields {
  const { name, settings, status } = registration;
  const later = (fields: Fields): Fields => (version === '16' ? {} : fields);
  const expiration = settings.get('expiration') ?? '3600';
  return {
    ObjectType: 'registration',
    ObjectName: name,
    MaxRetries: settings.get('max_retries') ?? '10',
    ClientUri: settings.get('client_uri') ?? '',
    ...later({ SecurityNegotiation: 'no' }),
    AuthRejectionPermanent: 'true',
    ServerUri: settings.get('server_uri') ?? '',
    MaxRandomInitialDelay: 10,
    SupportPath: 'false',
    RetryInterval: settings.get('retry_interval') ?? '60',
    ...later({ ContactHeaderParams: '' }),
    Expiration: expiration,
    Transport: settings.get('transport') ?? '',
    Line: 'false',
    ContactUser: settings.get('contact_user') ?? '',
    Endpoint: settings.get('endpoint') ?? '',
    ...later({ UserAgent: '' }),
    ForbiddenRetryInterval: 0,
    OutboundAuth: '',
    OutboundProxy: '',
    FatalRetryInterval: 0,
    ...later({ SupportOutbound: 'no' }),
    Status: status,
    NextReg: status === 'Registered' ? expiration : 0,
  };
}
