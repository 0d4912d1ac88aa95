import { ConnectError } from '../errors/index.js';
import { describeAddress } from './address.js';
import type { Address } from './address.js';

/** Turns what a socket says of a failed connection into a {@link ConnectError} that explains it. */
export function explainDialError(error: unknown, address: Address): ConnectError {
  const where = describeAddress(address);
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const options = { cause: error };
  if (/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(code)) {
    const what = `The certificate of ${where} is not trusted: ${text} (${code})`;
    const advice = 'give its authority in tls.ca, or its name in tls.servername';
    return new ConnectError(`${what}; ${advice}`, 'tls', options);
  }
  if (/^(ERR_SSL|EPROTO)/.test(code)) {
    return new ConnectError(`${where} does not speak TLS: ${text}`, 'tls', options);
  }
  return new ConnectError(`Cannot connect to ${where}: ${text || code}`, 'dial', options);
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return String(error.code);
}
