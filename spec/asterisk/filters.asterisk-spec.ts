import type { AmiClient, EventFilter, EventFilterRule } from '../../lib/index.js';
import { useTarget } from './support/lab.js';
import { targets } from './support/targets.js';
import { next } from './support/wait-for.js';

/** What UserEvents say, by their names. */
const samples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { Key: 'Local/1', Other: 'zzz' },
  b: { Key: 'xLocal/1', Other: 'end' },
  c: { Key: 'a.b*c', Other: 'Local/1' },
  d: { Key: 'Local/1x', Other: 'Key: Local/1' },
  e: { Key: 'aXb*c', Other: 'x' },
  f: { XKey: 'Local/1', Other: 'Key' },
  g: { Other: 'x', Key: '$100 (net)' },
  h: { Key: 'tab\tab', Other: '' },
};

type Condition = Omit<EventFilterRule, 'action'>;

/** Which of the samples meet a condition, by the words of `EventFilterRule`. */
const cases: readonly (readonly [Condition, string])[] = [
  [{ name: 'UserEvent' }, 'abcdefgh'],
  [{ name: 'Newchannel' }, ''],
  [{ header: 'Key', pattern: 'Local/1' }, 'a'],
  [{ header: 'Key', pattern: 'Local' }, ''],
  [{ header: 'Key', method: 'exact', pattern: 'a.b*c' }, 'c'],
  [{ header: 'Key', method: 'exact', pattern: '$100 (net)' }, 'g'],
  [{ header: 'Key', method: 'starts_with', pattern: 'Local/1' }, 'ad'],
  [{ header: 'Key', method: 'starts_with', pattern: '$100 (' }, 'g'],
  [{ header: 'Key', method: 'ends_with', pattern: 'Local/1' }, 'ab'],
  [{ header: 'Key', method: 'ends_with', pattern: 'b*c' }, 'ce'],
  [{ header: 'Key', method: 'ends_with', pattern: 'ab' }, 'h'],
  [{ header: 'Key', method: 'contains', pattern: 'Local/1' }, 'abd'],
  [{ header: 'Key', method: 'contains', pattern: '.b' }, 'c'],
  [{ header: 'Key', method: 'contains', pattern: 'ab' }, 'h'],
  [{ header: 'Key', method: 'regex', pattern: 'Local/1' }, 'abd'],
  [{ header: 'Key', method: 'regex', pattern: '^Local/1$' }, 'a'],
  [{ header: 'Key', method: 'regex', pattern: '^Local|c$' }, 'acde'],
  [{ header: 'Key', method: 'regex', pattern: '^[^x].*1$' }, 'a'],
  [{ header: 'Key', method: 'regex', pattern: 'Local.*(end|zzz)' }, ''],
  [{ header: 'Key', method: 'regex', pattern: 'a[.]b\\*c|[$]' }, 'cg'],
  [{ header: 'Key', method: 'regex', pattern: '^.[^]|)].*[[:alpha:]]$|\\)$|(c|1)x' }, 'cdegh'],
  [{ header: 'Other', method: 'contains', pattern: 'Key' }, 'df'],
  [{ header: 'Event', method: 'contains', pattern: 'User' }, 'abcdefgh'],
  [{ header: 'Nope', method: 'contains', pattern: 'x' }, ''],
  [{ header: 'XKey' }, 'f'],
  [{ header: 'Other' }, 'abcdefg'],
  [{ pattern: 'Local/1' }, 'abcdf'],
  [{ method: 'contains', pattern: 'Other: x' }, 'eg'],
  [{ method: 'regex', pattern: 'Key: .*Other: (x|end)' }, 'be'],
  [{ method: 'starts_with', pattern: 'Event: UserEvent' }, 'abcdefgh'],
  [{ method: 'starts_with', pattern: 'Local' }, ''],
];

/** Each case as it is, with the right name besides (where that says anything), and with a wrong one. */
const conditions = cases.flatMap(([condition, met]) => [
  [condition, met] as const,
  ...(condition.header === 'Event' ? [] : [[{ name: 'UserEvent', ...condition }, met] as const]),
  [{ ...condition, name: 'Newexten' }, ''] as const,
]);

/** The names of the samples that each of the listeners gets to hear of. */
async function whatIsHeard(speaker: AmiClient, listeners: readonly AmiClient[]): Promise<string[]> {
  const heard = listeners.map((listener) => {
    const names: string[] = [];
    listener.event('UserEvent').subscribe((event) => names.push(event.UserEvent ?? ''));
    return names;
  });
  const last = next(speaker.event('UserEvent'), (event) => event.UserEvent === 'h');
  for (const [UserEvent, fields] of Object.entries(samples)) {
    await next(speaker.request('UserEvent', { UserEvent, ...fields }));
  }
  await last;
  for (const listener of listeners) {
    await next(listener.request('Ping'));
    await next(listener.request('Ping'));
  }
  return heard.map((names) => names.join(''));
}

describe.each(targets())('Filters of events on $name', (target) => {
  const lab = useTarget(target);

  async function listen(filters: readonly EventFilter[]): Promise<AmiClient> {
    return lab.online({ filters, events: 'user' });
  }

  it.each(['include', 'exclude'] as const)('%s what meets their condition', async (action) => {
    const listeners: AmiClient[] = [];
    for (const [condition] of conditions) listeners.push(await listen([{ action, ...condition }]));
    const heard = await whatIsHeard(await lab.online(), listeners);
    const all = Object.keys(samples);
    conditions.forEach(([condition, met], i) => {
      const expected = all.filter((name) => met.includes(name) === (action === 'include')).join('');
      expect({ condition, heard: heard[i] }).toEqual({ condition, heard: expected });
    });
  });

  it('are combined: what any includes, without what any excludes', async () => {
    const listener = await listen([
      { action: 'include', header: 'Key', method: 'contains', pattern: 'Local' },
      { action: 'include', header: 'Key', method: 'contains', pattern: 'b*c' },
      { action: 'exclude', header: 'Other', pattern: 'zzz' },
      { action: 'exclude', header: 'Other', method: 'starts_with', pattern: 'Key' },
    ]);
    expect(await whatIsHeard(await lab.online(), [listener])).toEqual(['bce']);
  });

  it('may be regular expressions of the old kind, sent as they are', async () => {
    const included = await listen(['Key: (Local|a)']);
    const excluded = await listen(['!Other: (x|zzz)', '!^Event: Newchannel']);
    expect(await whatIsHeard(await lab.online(), [included, excluded])).toEqual(['acdef', 'bcdfh']);
  });

  it('keep back neither responses nor the entries of lists', async () => {
    const ami = await listen([{ action: 'include', name: 'None' }]);
    const { entries } = await next(ami.collect('BridgeTechnologyList'));
    expect(entries.length).toBeGreaterThan(0);
  });
});
