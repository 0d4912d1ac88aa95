const secretNames = new Set([
  'secret',
  'key',
  'challenge',
  'expectedresponse',
  'receivedchallenge',
  'receivedhash',
  'password',
  'md5cred',
  'passworddigest',
  'oauthsecret',
  'refreshtoken',
  'oauthclientid',
  'vmsecret',
]);

// Of a configuration file: what GetConfig answers, and what UpdateConfig writes.
const setting = /^(?:line-\d+-\d+|json)$/i;
const newValue = /^value-\d+$/i;
const secretSetting = /secret|passw|md5_cred|token/i;
// What a client answered to a challenge, as a ChallengeResponseFailed tells.
const digest = /^[\da-f]{32}$/i;

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

/**
 * Whether the values of this field are secrets, by Asterisk's own names for them; with the value,
 * also whether it is a digest, or a line of a configuration file that holds one.
 */
export function isSecretField(name: string, value = ''): boolean {
  if (secretNames.has(name.toLowerCase()) || newValue.test(name)) return true;
  if (/^response$/i.test(name)) return digest.test(value);
  return setting.test(name) && secretSetting.test(value);
}

/** A copy of a message's fields for display, with the secrets covered. */
export function redact(
  fields: Record<string, string | string[]>,
): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      isSecretField(name, String(value)) ? REDACTED : value,
    ]),
  );
}
