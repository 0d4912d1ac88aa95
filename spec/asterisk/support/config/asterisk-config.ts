import type { AsteriskVersion } from '../asterisk-root.js';
import { asteriskConf } from './asterisk-conf.js';
import { dialplan } from './dialplan.js';
import { managerConf } from './manager-conf.js';
import { modulesConf } from './modules-conf.js';
import { phonesConf } from './phones-conf.js';
import type { Ports } from './ports.js';
import { queuesConf } from './queues-conf.js';
import { servicesConf } from './services-conf.js';

/** The configuration files of a server by name; `folder` is its own one, as it sees it. */
export function asteriskConfig(
  version: AsteriskVersion,
  ports: Ports,
  folder: string,
): Record<string, string> {
  return {
    'asterisk.conf': asteriskConf(folder),
    'modules.conf': modulesConf,
    'manager.conf': managerConf(ports, `${folder}/etc`),
    'extensions.conf': dialplan,
    ...queuesConf(),
    ...phonesConf(version, ports),
    ...servicesConf(folder),
  };
}
