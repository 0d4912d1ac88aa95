import type { Bridge } from '../../../lib/live/bridges/bridge.js';
import { toStateWord } from '../../../lib/live/channels/channel-states.js';
import type { Channel } from '../../../lib/live/channels/channel.js';
import type { Lists } from './listened.js';
import { AmiEvent } from '../../../lib/wire/index.js';
import { parse } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';

/** An event written by hand. */
export function eventOf(name: string, fields: Readonly<Record<string, string>>): AmiEvent {
  return new AmiEvent(
    Object.entries({ Event: name, ...fields }).map(([field, value]) => `${field}: ${value}`),
  );
}

/** A channel as `CoreShowChannels` lists it. */
export function channelEntry(channel: Channel, at: number): AmiEvent {
  const { id, name, state, caller, connected, place, application } = channel;
  const age = new Date(Math.max(0, at - channel.startedAt)).toISOString().slice(11, 19);
  return eventOf('CoreShowChannel', {
    ActionID: 'list',
    Channel: name,
    ChannelState: '',
    ChannelStateDesc: toStateWord(state),
    CallerIDNum: caller.number ?? '<unknown>',
    CallerIDName: escaped(caller.name),
    ConnectedLineNum: connected.number ?? '<unknown>',
    ConnectedLineName: escaped(connected.name),
    Language: channel.language ?? '',
    AccountCode: channel.account ?? '',
    Context: place.context ?? '',
    Exten: place.extension ?? '',
    Priority: String(place.priority),
    Uniqueid: id,
    Linkedid: channel.linkedid,
    Application: application?.name ?? '',
    ApplicationData: application?.data ?? '',
    Duration: age,
    BridgeId: channel.bridgeId ?? '',
  });
}

/** A bridge as `BridgeList` lists it. */
export function bridgeEntry(bridge: Bridge): AmiEvent {
  return eventOf('BridgeListItem', {
    ActionID: 'list',
    BridgeUniqueid: bridge.id,
    BridgeType: bridge.type,
    BridgeTechnology: bridge.technology,
    BridgeCreator: bridge.creator ?? '<unknown>',
    BridgeName: bridge.name ?? '<unknown>',
    BridgeNumChannels: String(bridge.channels.length),
    BridgeVideoSourceMode: 'none',
    ...(bridge.videoSource === undefined ? {} : { BridgeVideoSource: bridge.videoSource }),
  });
}

/** The lists of channels and bridges in a recording. */
export function listsIn(recording: string): Lists {
  const entries = parse([readTranscript(recording)]).messages.filter(
    (message) => message instanceof AmiEvent,
  );
  return {
    CoreShowChannels: entries.filter(({ name }) => name === 'CoreShowChannel'),
    BridgeList: entries.filter(({ name }) => name === 'BridgeListItem'),
  };
}

function escaped(name: string | undefined): string {
  return name?.replace(/['"\\]/g, '\\$&') ?? '<unknown>';
}
