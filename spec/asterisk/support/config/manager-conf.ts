import { managerUsers } from './manager-users.js';
import type { ManagerUser } from './manager-users.js';
import type { Ports } from './ports.js';

export function managerConf(ports: Ports, configFolder: string): string {
  return `[general]
enabled = yes
webenabled = no
port = ${String(ports.ami)}
bindaddr = 127.0.0.1
tlsenable = yes
tlsbindaddr = 127.0.0.1:${String(ports.tls)}
tlscertfile = ${configFolder}/tls/server.pem
allowmultiplelogin = yes
displayconnects = yes
authtimeout = 10
authlimit = 50

${Object.values<ManagerUser>(managerUsers).map(userSection).join('\n')}`;
}

function userSection({ name, secret, read, write, settings = [] }: ManagerUser): string {
  const lines = [`[${name}]`, `secret = ${secret}`, `read = ${read}`, `write = ${write}`];
  return [...lines, ...settings, ''].join('\n');
}
