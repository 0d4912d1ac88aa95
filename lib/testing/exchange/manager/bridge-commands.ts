import type { CliCommand } from './cli-command.js';
import { writeDuration } from './write-duration.js';

/** `bridge show all`, in the columns of the console. */
export const bridgeShowAll: CliCommand = (line, { pbx }) => {
  if (line !== 'bridge show all') return undefined;
  const isOld = pbx.version === '16';
  const row = (id: string, name: string, chans: string, type: string, technology: string) =>
    [
      id.padEnd(36),
      ...(isOld ? [] : [name.padEnd(36)]),
      chans.padStart(5),
      type.padEnd(15),
      technology.padEnd(15),
    ].join(' ');
  const bridges = [...pbx.bridges.all.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return [
    `${row('Bridge-ID', 'Name', 'Chans', 'Type', 'Technology')} Duration`,
    ...bridges.map(({ id, init, size, technology, createdAt }) => {
      const duration = writeDuration(pbx.now() - createdAt);
      return `${row(id, init.name ?? '<unknown>', String(size), init.type, technology)} ${duration}`;
    }),
  ];
};
