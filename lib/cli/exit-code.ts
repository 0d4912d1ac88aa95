/** What the command's exit codes mean; scripts rely on them. */
export const exitCode = {
  /** Done, or ended by the user. */
  ok: 0,
  /** The action was sent, or taken, and failed. */
  failed: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** Could not connect or log in. */
  unreachable: 3,
} as const;
