import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AsteriskRoot } from './asterisk-root.js';
import { runInRoot } from './asterisk-root.js';

const settings = `[req]
distinguished_name = name
prompt = no
[name]
CN = rxjs-ami throw-away authority
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[server]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost, IP:127.0.0.1
`;

/**
 * Makes a certificate authority and has it certify a server on this machine: `authority.pem` is for
 * clients, `server.pem` (certificate and key) for the server. The authority's own key is thrown away.
 */
export async function certificates(root: AsteriskRoot, folder: string): Promise<void> {
  const path = (name: string) => join(folder, name);
  const inHost = (name: string) => join(root.folder, folder, name);
  const openssl = (...args: string[]) => runInRoot(root.folder, ['openssl', ...args], 20_000);
  const config = ['-config', path('openssl.cnf')];
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

  await mkdir(inHost(''), { recursive: true });
  await writeFile(inHost('openssl.cnf'), settings);
  await openssl(
    ...['req', ...config, '-x509', '-extensions', 'authority', '-days', '30', ...newKey],
    ...['-keyout', path('authority.key'), '-out', path('authority.pem')],
  );
  await openssl(
    ...['req', ...config, '-subj', '/CN=localhost', ...newKey],
    ...['-keyout', path('server.key'), '-out', path('server.csr')],
  );
  await openssl(
    ...['x509', '-req', '-in', path('server.csr'), '-days', '30', '-set_serial', '1'],
    ...['-CA', path('authority.pem'), '-CAkey', path('authority.key')],
    ...['-extfile', path('openssl.cnf'), '-extensions', 'server', '-out', path('server.crt')],
  );
  await rm(inHost('authority.key'));
  const parts = await Promise.all(
    ['server.crt', 'server.key'].map((name) => readFile(inHost(name), 'utf8')),
  );
  await writeFile(inHost('server.pem'), parts.join(''));
}
