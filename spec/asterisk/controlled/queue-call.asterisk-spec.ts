import { firstValueFrom, from, skip, toArray } from 'rxjs';
import { AmiEvent, parseMessages, splitLines } from '../../../lib/index.js';
import { readTranscript } from '../../support/transcripts.js';
import { call } from '../support/calls.js';
import { useServer } from '../support/lab.js';
import { controlledTargets } from '../support/targets.js';
import { next } from '../support/wait-for.js';
import { waitUntil } from '../support/wait-until.js';

/** How the events of this server differ from those of the recording, which was made on another one. */
const differences: readonly { names: readonly string[]; because: string }[] = [
  { names: ['FullyBooted', 'SuccessfulAuth'], because: 'the recording begins with its login' },
  { names: ['MusicOnHoldStart', 'MusicOnHoldStop'], because: 'here there is music' },
  { names: ['Cdr'], because: 'here calls are accounted for' },
];

/** Told by threads that are not the call's, so that some come late, or are taken together. */
const uncounted = ['DeviceStateChange'];

/** Both channels may be gone when it is told: what would describe them is then left out, of either. */
const withoutChannels = ['AgentComplete'];
const channelField =
  /^(Dest)?(Channel|CallerID|ConnectedLine|Language|AccountCode|Context|Exten|Priority|Uniqueid|Linkedid)/;

/** Which events there are, how many of each, and which fields they have. */
function outline(events: readonly AmiEvent[]): Record<string, { count: number; fields: string[] }> {
  const differing = differences.flatMap(({ names }) => names);
  const outlines: Record<string, { count: number; fields: string[] }> = {};
  for (const { name, fields } of events) {
    if (differing.includes(name)) continue;
    const { count, fields: before } = outlines[name] ?? { count: 0, fields: [] };
    const names = new Set([...before, ...fields.map(([field]) => field)]);
    const told = [...names].filter(
      (field) => !withoutChannels.includes(name) || !channelField.test(field),
    );
    outlines[name] = { count: uncounted.includes(name) ? 1 : count + 1, fields: told.sort() };
  }
  return outlines;
}

async function recorded(version: string): Promise<AmiEvent[]> {
  const bytes$ = from([readTranscript(`a${version}-queue-call`)]);
  const messages = await firstValueFrom(bytes$.pipe(splitLines(), parseMessages(), toArray()));
  return messages.filter((message) => message instanceof AmiEvent);
}

describe.each(controlledTargets)('A queue call on $name', ({ version }) => {
  const lab = useServer(version);

  it('is told by the events of the recording, with the same fields', async () => {
    const ami = await lab.online();
    const events: AmiEvent[] = [];
    ami.events$.subscribe((event) => events.push(event));
    // A caller waits in the queue, its member answers after 0.2 s and hangs up after 3.
    const over = next(ami.event('Hangup').pipe(skip(3)));
    await call(ami, '200', { CallerID: '"Caller Q" <555>' });
    await over;
    const expected = outline(await recorded(version));
    await waitUntil(
      () => {
        expect(outline(events)).toEqual(expected);
        return Promise.resolve();
      },
      { what: 'as in the recording', timeoutMs: 5_000 },
    );
  });
});
