import { parseAmiUrl } from '../../../lib/index.js';

/** Where a URL leads to, without who goes there. */
export function anonymousUrl(url: string): string {
  const { host, port, tls } = parseAmiUrl(url);
  const name = host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'tls' : 'tcp'}://${name}:${port}`;
}
