/** Keeps everything that a server writes, or reads of its configuration, under one folder of its own. */
export function asteriskConf(folder: string): string {
  return `[directories]
astetcdir => ${folder}/etc
astdbdir => ${folder}/db
astspooldir => ${folder}/spool
astrundir => ${folder}/run
astlogdir => ${folder}/log

[options]
verbose = 3
nocolor = yes
highpriority = no
dumpcore = no
hideconnect = yes
live_dangerously = no
lockconfdir = no
`;
}
