import { domainToASCII } from 'node:url';

/** The port of an Asterisk Manager, by its documentation. */
export const DEFAULT_PORT = 5038;
/** The port of an Asterisk Manager over TLS, by its documentation. */
export const DEFAULT_TLS_PORT = 5039;

/** What an AMI URL says. */
export interface AmiUrl {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly username?: string;
  readonly secret?: string;
}

/**
 * Reads `tcp://user:secret@host:5038`, `tls://…:5039` or bare `user:secret@host`, in which
 * credentials are percent-encoded and optional, and the port is 5038, or 5039 for TLS.
 *
 * @throws TypeError if it is no such URL. The error does not repeat it, since it may hold a secret.
 */
export function parseAmiUrl(text: string): AmiUrl {
  const url = tryUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `tcp://${text}`);
  if (url === undefined || url.hostname === '') {
    throw new TypeError(
      'Not an AMI URL: expected tcp://user:secret@host:port, tls://… or user:secret@host, ' +
        'with special characters of the credentials percent-encoded',
    );
  }
  if (url.protocol !== 'tcp:' && url.protocol !== 'tls:') {
    throw new TypeError(`Not an AMI URL: its scheme is ${url.protocol}// and not tcp:// or tls://`);
  }
  if (/^\/?$/.exec(url.pathname) === null || url.search !== '' || url.hash !== '') {
    throw new TypeError(
      'Not an AMI URL: nothing may follow host and port; "/", "?" and "#" in credentials are ' +
        'written %2F, %3F and %23',
    );
  }
  const tls = url.protocol === 'tls:';
  const username = decode(url.username);
  const secret = decode(url.password);
  return {
    host: hostOf(url),
    port: url.port === '' ? (tls ? DEFAULT_TLS_PORT : DEFAULT_PORT) : Number(url.port),
    tls,
    ...(username === '' ? {} : { username }),
    ...(secret === '' ? {} : { secret }),
  };
}

/** The host as a resolver takes it: of an unknown scheme, `URL` leaves umlauts percent-encoded. */
function hostOf({ hostname }: URL): string {
  if (hostname.includes('%')) return domainToASCII(decode(hostname)) || hostname;
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function tryUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TypeError('Not an AMI URL: "%" in credentials is written %25');
  }
}
