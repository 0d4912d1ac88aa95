import type { Fields } from '../fields.js';
import type { Phone } from '../phones.js';

/** How a phone proves who it is, as lists have it: in clear. */
export function authFields({ name, pbx }: Phone): Fields {
  const isOld = pbx.version === '16';
  const oauth = { OauthSecret: '', PasswordDigest: '', SupportedAlgorithmsUas: 'MD5' };
  return {
    ObjectType: 'auth',
    ObjectName: name,
    ...(isOld ? {} : { ...oauth, RefreshToken: '' }),
    Username: name,
    Md5Cred: '',
    Realm: '',
    AuthType: 'userpass',
    Password: 'secret',
    ...(isOld ? {} : { SupportedAlgorithmsUac: 'MD5' }),
    NonceLifetime: 32,
    ...(isOld ? {} : { OauthClientid: '' }),
  };
}
