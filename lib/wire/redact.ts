const secretNames = new Set([
  'secret',
  'key',
  'challenge',
  'expectedresponse',
  'password',
  'md5cred',
  'passworddigest',
  'oauthsecret',
  'refreshtoken',
  'oauthclientid',
  'vmsecret',
]);

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

/** Whether the values of this field are secrets, by Asterisk's own names for them. */
export function isSecretField(name: string): boolean {
  return secretNames.has(name.toLowerCase());
}

/** A copy of a message's fields for display, with the secrets covered. */
export function redact(
  fields: Record<string, string | string[]>,
): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isSecretField(name) ? REDACTED : value]),
  );
}
