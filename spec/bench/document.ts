import { arch, availableParallelism, cpus, loadavg, platform } from 'node:os';
import { format } from 'prettier';
import type { Verdict } from './bounds.js';
import type { Results } from './results.js';
import {
  hourTable,
  importsTable,
  pendingTable,
  sizesTable,
  subscribersTable,
  throughputTable,
  verdictTable,
} from './tables.js';

/** `docs/benchmarks.md` of one run. */
export function toDocument(results: Results, verdicts: readonly Verdict[]): Promise<string> {
  return format(
    `# Benchmarks

Written by \`npm run bench\`, which replaces this page. Absolute numbers belong to the machine and
to what else it did meanwhile; the ratios are what counts. All are medians over many short rounds,
in which everything is measured one after the other, and each ratio is taken within one round.

${machine()}

${verdictTable(verdicts)}

## Events a second

The server streams the \`a22-queue-call\` recording (one call through a queue of Asterisk 22)
again and again, each time with new ids, as fast as it is read. Each client has a process of its
own; it reads the name and the fields Channel, Uniqueid and Linkedid of every event, is warmed up,
then timed. The raw socket reads and discards. With live state, all changes of channels, calls,
bridges and queues are heard instead, and no field is read besides: that every event was taken in
shows by what has become of the calls. The last column says so if a client loses or changes what it
was sent.
Once the fastest of the others is known, only it, the raw socket and ours are measured further.

The server writes in two ways, because one alone would hide half of the truth.

### One write an event

As Asterisk does it. Here the system calls of the _server_ are the limit: even the raw socket
gets no more events than that, and every client that keeps up looks alike. So this tells whether a
client keeps up with the socket, and says little about which of two that do is the faster; the
column of CPU time says more.

${throughputTable(results, 'asterisk')}

### Bulk: writes of 256 KB

As after a pause, or through a proxy. Here the _client_ is the limit, so this is where clients are
compared. The raw socket, which never looks at a byte, is given for completeness: nothing that
finds the events gets near it.

${throughputTable(results, 'bulk')}

## Importing

How long it takes to import the library in a process that has imported rxjs and zod already. The
catalogue of events and actions is part of that; its schemas are built when they are first used.

${importsTable(results)}

## Pending actions

So many actions are always pending; the server answers ten of them at a time, the oldest as
Asterisk does or any ten, and the client sends ten more. In any order, what belongs to one of
10,000 actions has mostly left the processor's caches when its response comes; the bounds are those
of answers in order. The second column is the time from one response to the next within such a
batch; the third is processor time, with the action that takes its place and its system call.

${pendingTable(results)}

## Subscribers

Each name has ten subscribers through \`event(name)\`; the stream is written in bulk.

${subscribersTable(results)}

## Live state

### Many channels

The recorded call again, as often as it takes until so many channels are up: its four channels with
their variables, the bridge between two of them, the call that they are. Then every event gives a
channel another name of its caller, which is a change of the call as well. The same 500 channels
change in all cases but one, as otherwise the processor's caches would tell the cases apart. Client
and exchange are one process here, without a socket between them.

${sizesTable(results)}

### An hour

Two calls begin each second of an hour that is as short as the client is fast: its clock is moved by
hand. The heap is measured with the same number of calls up, after a warm-up and after the hour.

${hourTable(results)}
`,
    { parser: 'markdown' },
  );
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const date = new Date().toISOString().slice(0, 10);
  return (
    `${date}: ${model}, ${String(availableParallelism())} cores, ${platform()} ${arch()}, ` +
    `Node ${process.version}, load ${(loadavg()[2] ?? 0).toFixed(1)}; server and client on the same ` +
    'machine over loopback.'
  );
}
