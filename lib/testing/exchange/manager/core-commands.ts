import type { AsteriskVersion } from '../pbx/pbx.js';
import { asteriskVersions } from './asterisk-versions.js';
import { bridgeShowAll } from './bridge-commands.js';
import type { CliCommand } from './cli-command.js';
import { queueShow } from './queue-commands.js';

/** The commands that every exchange knows. */
export const coreCommands: readonly CliCommand[] = [
  (line, { pbx }) => (line === 'core show version' ? [describeVersion(pbx.version)] : undefined),
  (line, manager) =>
    line === 'core show uptime'
      ? [
          `System uptime: ${describeSpan(manager.uptime)}`,
          `Last reload: ${describeSpan(manager.sinceReload)}`,
        ]
      : undefined,
  (line, { pbx }) =>
    line === 'core show channels count' ? [`${pbx.channels.size} active channels`] : undefined,
  (line, manager) => {
    const match = /^core (stop|restart) now$/.exec(line);
    if (match === null) return undefined;
    manager.stop({ restart: match[1] === 'restart' });
    return [];
  },
  (line) => (line === 'manager reload' ? [] : undefined),
  bridgeShowAll,
  queueShow,
  (line, manager) => {
    const match = /^database show(?: (\S+))?(?: (\S+))?$/.exec(line);
    if (match === null) return undefined;
    const entries = manager.database.tree(match[1], match[2]);
    const lines = entries.map(([path, value]) => `${path.padEnd(50)}: ${value.padEnd(25)}`);
    return [...lines, `${entries.length} results found.`];
  },
];

function describeVersion(version: AsteriskVersion): string {
  return `Asterisk ${asteriskVersions[version].asterisk}`;
}

/** Seconds as `6 minutes, 45 seconds`. */
function describeSpan(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  return parts
    .filter(([count, unit]) => count > 0 || unit === 'second')
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(', ');
}
