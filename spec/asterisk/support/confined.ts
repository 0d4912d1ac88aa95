/**
 * The command line that runs a command in mount and process namespaces of its own: with the command
 * end its mounts and all its descendants, and the command itself ends with this process, however that dies.
 */
export function confined(script: string, args: readonly string[]): readonly [string, string[]] {
  return [
    'setpriv',
    [
      ...['--pdeathsig', 'KILL'],
      ...['unshare', '--mount', '--pid', '--fork', '--kill-child=KILL', '--'],
      ...['sh', '-c', script, ...args],
    ],
  ];
}
