import type { Bridge, Channel, Queue } from '../../../../lib/live/index.js';
import { differences } from './differences.js';
import type { Difference, Facts } from './differences.js';
import type { LiveMaps } from './list-differences.js';

/** The commands of the console that show what the state is of, and what they show. */
export type ConsoleTexts = Readonly<Record<(typeof consoleCommands)[number], string>>;

export const consoleCommands = [
  'core show channels concise',
  'bridge show all',
  'queue show',
] as const;

/**
 * Channels that Asterisk keeps to itself: the console shows them, AMI does not.
 *
 * Source: `AST_CHAN_TP_INTERNAL` in `include/asterisk/channel.h`.
 */
const internal = /^(?:CBAnn|CBRec|Announcer|Recorder|Surrogate)\//;

/** Where the state differs from what the console of the exchange shows. */
export function consoleDifferences(live: LiveMaps, texts: ConsoleTexts): Difference[] {
  const queues = [...live.queues.values()];
  const channels = shownChannels(texts['core show channels concise']);
  const unseen = channels.filter(({ name }) => internal.test(name));
  return [
    ...differences(
      'channel',
      new Map([...live.channels].map(([id, channel]) => [id, ofChannel(channel)])),
      new Map(
        channels.filter((one) => !unseen.includes(one)).map(({ id, ...facts }) => [id, facts]),
      ),
    ),
    ...differences(
      'bridge',
      new Map([...live.bridges].map(([id, bridge]) => [id, ofBridge(bridge)])),
      shownBridges(texts['bridge show all'], unseen),
    ),
    ...differences(
      'queue',
      new Map(queues.map((queue) => [queue.name, ofQueue(queue)])),
      shownQueues(texts['queue show']),
    ),
  ];
}

function ofChannel({ name, place, state, application, account, bridgeId, caller }: Channel): Facts {
  return {
    name,
    place: [place.context ?? '', place.extension ?? '', String(place.priority ?? '')],
    state,
    application: application?.name ?? '(None)',
    caller: caller.number ?? '',
    account: account ?? '',
    bridge: bridgeId ?? '',
  };
}

/** A channel a line, its fields between exclamation marks. */
function shownChannels(text: string) {
  return linesOf(text).map((line) => {
    const [name = '', context, extension, priority, state, application, ...rest] = line.split('!');
    // What an application is given may have the mark as well, so that the rest is read from its end.
    const [caller, account, , , , bridge, id = ''] = rest.slice(-7);
    const place = [context, extension, priority];
    return { id, name, place, state: state?.toLowerCase(), application, caller, account, bridge };
  });
}

function ofBridge({ type, technology, channels }: Bridge): Facts {
  return { type, technology, channels: channels.length };
}

/** A bridge a line; newer versions have a name after the id, which may have blanks. */
function shownBridges(
  text: string,
  unseen: readonly { readonly bridge: string | undefined }[],
): Map<string, Facts> {
  const found = text.matchAll(/^([0-9a-f-]{36}) .*?(\d+) (\S+) +(\S+) +[\d:]+ *$/gm);
  return new Map(
    [...found].map(([, id = '', channels, type, technology]) => [
      id,
      {
        type,
        technology,
        channels: Number(channels) - unseen.filter(({ bridge }) => bridge === id).length,
      },
    ]),
  );
}

function ofQueue({ strategy, waiting, members, figures }: Queue): Facts {
  return {
    strategy,
    calls: waiting.length,
    completed: figures?.completed,
    abandoned: figures?.abandoned,
    callers: waiting.map(({ channel }) => channel),
    members: [...members.values()].map((member) => member.interface).sort(),
    paused: [...members.values()]
      .filter(({ isPaused }) => isPaused)
      .map(({ name }) => name)
      .sort(),
    inCall: [...members.values()]
      .filter(({ isInCall }) => isInCall)
      .map(({ name }) => name)
      .sort(),
  };
}

/** A block a queue: a line of it, its members, its callers. */
function shownQueues(text: string): Map<string, Facts> {
  const blocks = text.split(/\n(?=\S)/).map((block) => block.trim());
  return new Map(
    blocks
      .filter((block) => block !== '')
      .map((block) => {
        const head =
          /^(\S+) has (\d+) calls \(max \S+\) in '(\w+)' strategy .*C:(\d+), A:(\d+),/.exec(block);
        const [, name = block, calls, strategy, completed, abandoned] = head ?? [];
        const members = [...block.matchAll(/^ {6}(.+?) \((\S+?)(?: from \S+)?\)(.*)$/gm)];
        const having = (mark: string) =>
          members
            .filter(([, , , rest]) => rest?.includes(mark))
            .map(([, member]) => member)
            .sort();
        const facts = {
          strategy,
          calls: Number(calls),
          completed: Number(completed),
          abandoned: Number(abandoned),
          callers: [...block.matchAll(/^ {6}\d+\. (\S+) \(wait/gm)].map(([, caller]) => caller),
          members: members
            .filter(([, member]) => !/^\d+\. /.test(member ?? ''))
            .map(([, , location]) => location)
            .sort(),
          paused: having('(paused'),
          inCall: having('(in call)'),
        };
        return [name, facts];
      }),
  );
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.includes('!'));
}
