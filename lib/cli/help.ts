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
  rxjs-ami monitor [options]                     the calls and queues, live
  rxjs-ami events [options]                      the events as they come
  rxjs-ami action NAME [Field=Value …] [options] one action and its answer
  rxjs-ami record FILE [options]                 what comes from a server, to a file
  rxjs-ami replay FILE [options]                 the events of such a file again

Options:
${server}
${json}
  -h, --help           this text, or that of a command
  -V, --version        the version

Options of monitor, events and record:
${demo}
${duration}

Options of events and replay:
  --name GLOB          only events of that name; may be repeated

Options of replay:
  --speed NUMBER       how many times as fast as it was recorded, or max
  --listen PORT        serve it as an exchange does, in place of printing it

Exit codes: 0 done, 1 the action failed, 2 wrong usage, 3 could not connect or log in
`;

const topics: Record<Command, string> = {
  monitor: `\
Usage: rxjs-ami monitor [options]

Shows who talks with whom, in what state and since when, and who waits in which queue; on a terminal as a picture that is kept
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
  record: `\
Usage: rxjs-ami record FILE [options]

Writes what comes from the server to a new file, with its time, as text; secrets covered. Numbers and names
of callers are in it.

${server}
${demo}
${duration}

Example: rxjs-ami record monday.ami --duration 3600
`,
  replay: `\
Usage: rxjs-ami replay FILE [options]

Prints the events of a recording at the times at which they came, or serves them to whoever connects
to this machine with the URL that it prints.

${json}
  --name GLOB          only events of that name; may be repeated
  --speed NUMBER       how many times as fast as it was recorded, or max for all at once
  --listen PORT        serve it on this port, in place of printing it; 0 for any port

Example: rxjs-ami replay monday.ami --speed 10 --name Hangup
`,
};

/** The help text, of a command or in general. */
export function helpText(topic: Command | undefined): string {
  return topic === undefined ? general : topics[topic];
}
