import type { Command } from './invocation.js';

const server = `\
  --url URL            tcp://user:secret@host:5038, tls://… (port 5039) or user:secret@host;
                       better in the environment variable AMI_URL, which other users
                       of this machine cannot see`;
const demo = `\
  --demo               an exchange that is built in, playing a recording, instead of a server`;
const json = `\
  --json               one JSON object a line`;
const duration = `\
  --duration SECONDS   end after this time; without it, at Ctrl-C`;

const general = `\
rxjs-ami: an Asterisk Manager connection on the command line

Usage:
  rxjs-ami monitor [options]                     the calls, live
  rxjs-ami events [options]                      the events as they come
  rxjs-ami action NAME [Field=Value …] [options] one action and its answer

Options:
${server}
${json}
  -h, --help           this text, or that of a command
  -V, --version        the version

Options of monitor and events:
${demo}
${duration}

Options of events:
  --name GLOB          only events of that name; may be repeated

Exit codes: 0 done, 1 the action failed, 2 wrong usage, 3 could not connect or log in
`;

const topics: Record<Command, string> = {
  monitor: `\
Usage: rxjs-ami monitor [options]

Shows who talks with whom, in what state and since when; on a terminal as a picture that is kept
up to date, otherwise, or with --json, as one line for each change, and a summary at the end.

${server}
${demo}
${json}
${duration}

Example: rxjs-ami monitor --demo
`,
  events: `\
Usage: rxjs-ami events [options]

Prints the events of the server as they come; with --json with all of their fields, secrets
covered.

${server}
${demo}
${json}
${duration}
  --name GLOB          only events of that name, where * is any text and ? any character;
                       case does not matter; may be repeated

Example: rxjs-ami events --name 'Queue*' --name Hangup
`,
  action: `\
Usage: rxjs-ami action NAME [Field=Value …] [options]

Sends one action and prints what answers it: the response, and the entries of a list as they
come. A field given twice is sent twice.

${server}
${json}

Example: rxjs-ami action Command 'Command=core show uptime'
`,
};

/** The help text, of a command or in general. */
export function helpText(topic: Command | undefined): string {
  return topic === undefined ? general : topics[topic];
}
