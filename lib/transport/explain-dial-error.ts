import { ConnectError } from '../errors/index.js';
import { describeAddress } from './address.js';
import type { Address } from './address.js';

/** Turns what a socket says of a failed connection into a {@link ConnectError} that explains it. */
export function explainDialError(error: unknown, address: Address): ConnectError {
  const where = describeAddress(address);
  const code = codeOf(error);
  const text = error instanceof Error ? error.message.trim() : String(error);
  const options = { cause: error };
  if (/^(ERR_SSL|EPROTO)/.test(code)) {
    const what = /ALERT|UNSUPPORTED/.test(code)
      ? 'refused the TLS handshake'
      : 'does not speak TLS';
    return new ConnectError(`${where} ${what}: ${reasonOf(error) ?? text}`, 'tls', options);
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(code)) {
    const what = `The certificate of ${where} is not trusted: ${text} (${code})`;
    const advice = 'give its authority in tls.ca, or its name in tls.servername';
    return new ConnectError(`${what}; ${advice}`, 'tls', options);
  }
  const phase = text.includes('before secure TLS') ? 'tls' : 'dial';
  return new ConnectError(`Cannot connect to ${where}: ${text || code}`, phase, options);
}

/** OpenSSL's own words, without the places in its source that surround them in the message. */
function reasonOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('reason' in error)) return undefined;
  return typeof error.reason === 'string' ? error.reason : undefined;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}
