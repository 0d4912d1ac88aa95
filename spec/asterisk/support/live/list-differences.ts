import type { Bridge, Call, Channel, Queue } from '../../../../lib/live/index.js';
import type { AmiClient, AmiEvent } from '../../../../lib/index.js';
import { next } from '../wait-for.js';
import { differences } from './differences.js';
import type { Difference, Facts } from './differences.js';
import { queueDifferences } from './queue-differences.js';

/** The state of an exchange, by kind. */
export interface LiveMaps {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly bridges: ReadonlyMap<string, Bridge>;
  readonly calls: ReadonlyMap<string, Call>;
  readonly queues: ReadonlyMap<string, Queue>;
}

/** What the exchange says now, in lists. */
export interface Lists {
  readonly channels: readonly AmiEvent[];
  readonly bridges: readonly AmiEvent[];
  readonly queues: readonly AmiEvent[];
}

export async function askLists(ami: AmiClient): Promise<Lists> {
  const list = async (name: 'CoreShowChannels' | 'BridgeList' | 'QueueStatus') =>
    (await next(ami.collect(name))).entries.map(({ message }) => message);
  return {
    channels: await list('CoreShowChannels'),
    bridges: await list('BridgeList'),
    queues: await list('QueueStatus'),
  };
}

/** Where the state and the lists differ. */
export function listDifferences(
  { channels, bridges, calls, queues }: LiveMaps,
  lists: Lists,
): Difference[] {
  return [
    ...differences('channel', fromChannels(channels), listedChannels(lists)),
    ...differences('bridge', fromBridges(bridges), listedBridges(lists)),
    ...differences('call', fromCalls(calls), listedCalls(lists)),
    ...queueDifferences(queues, lists.queues),
  ];
}

function fromChannels(channels: ReadonlyMap<string, Channel>): Map<string, Facts> {
  return new Map(
    [...channels].map(([key, channel]) => [
      key,
      {
        name: channel.name,
        state: channel.state,
        caller: [channel.caller.number, channel.caller.name],
        connected: [channel.connected.number, channel.connected.name],
        language: channel.language,
        account: channel.account,
        place: [channel.place.context, channel.place.extension, channel.place.priority],
        application: channel.application && [channel.application.name, channel.application.data],
        linkedid: channel.linkedid,
        bridge: channel.bridgeId,
      },
    ]),
  );
}

const states: Readonly<Record<string, string>> = {
  Down: 'down',
  Ring: 'ring',
  Ringing: 'ringing',
  Up: 'up',
  Rsrvd: 'reserved',
};

function listedChannels({ channels }: Lists): Map<string, Facts> {
  return new Map(
    channels.map((entry) => {
      const text = (name: string): string | undefined => {
        const value = entry.get(name) ?? '';
        return value === '' || value === '<unknown>' ? undefined : value;
      };
      const application = text('Application');
      return [
        entry.get('Uniqueid') ?? '',
        {
          name: text('Channel'),
          state: states[text('ChannelStateDesc') ?? ''],
          caller: [text('CallerIDNum'), text('CallerIDName')],
          connected: [text('ConnectedLineNum'), text('ConnectedLineName')],
          language: text('Language'),
          account: text('AccountCode'),
          place: [text('Context'), text('Exten'), Number(text('Priority'))],
          application: application && [application, entry.get('ApplicationData') ?? ''],
          linkedid: text('Linkedid'),
          bridge: text('BridgeId'),
        },
      ];
    }),
  );
}

function fromBridges(bridges: ReadonlyMap<string, Bridge>): Map<string, Facts> {
  return new Map(
    [...bridges].map(([key, { type, technology, creator, name, channels }]) => [
      key,
      { type, technology, creator, name, channels: [...channels].sort() },
    ]),
  );
}

function listedBridges({ bridges, channels }: Lists): Map<string, Facts> {
  return new Map(
    bridges.map((entry) => {
      const id = entry.get('BridgeUniqueid') ?? '';
      const inside = channels.filter((channel) => channel.get('BridgeId') === id);
      const text = (name: string): string | undefined => {
        const value = entry.get(name) ?? '';
        return value === '<unknown>' || value === '' ? undefined : value;
      };
      return [
        id,
        {
          type: text('BridgeType'),
          technology: text('BridgeTechnology'),
          creator: text('BridgeCreator'),
          name: text('BridgeName'),
          channels: inside.map((channel) => channel.get('Uniqueid') ?? '').sort(),
        },
      ];
    }),
  );
}

/** Of a call the lists tell which channels share a Linkedid. */
function fromCalls(calls: ReadonlyMap<string, Call>): Map<string, Facts> {
  return new Map(
    [...calls.values()].map(({ linkedid, legs }) => [
      linkedid,
      {
        channels: legs
          .filter(({ endedAt }) => endedAt === undefined)
          .map(({ channelId }) => channelId)
          .sort(),
      },
    ]),
  );
}

/** Channels that Asterisk makes for itself. */
const internal = /^(?:CBAnn|CBRec|Announcer|Recorder|Surrogate|Message|Snoop)\//;

function listedCalls({ channels }: Lists): Map<string, Facts> {
  const calls = new Map<string, string[]>();
  for (const channel of channels) {
    if (internal.test(channel.get('Channel') ?? '')) continue;
    const linkedid = channel.get('Linkedid') ?? '';
    calls.set(linkedid, [...(calls.get(linkedid) ?? []), channel.get('Uniqueid') ?? '']);
  }
  return new Map([...calls].map(([key, ids]) => [key, { channels: ids.sort() }]));
}
