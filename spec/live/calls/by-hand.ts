import type { AmiEvent } from '../../../lib/wire/index.js';
import { parseEvent } from '../../support/parse.js';

type Fields = Readonly<Record<string, string>>;

/** What a channel is when an event tells of it. */
export interface Told {
  readonly id: string;
  readonly linkedid?: string;
  readonly state?: 'Down' | 'Ring' | 'Ringing' | 'Up';
  readonly name?: string;
  readonly number?: string;
}

/** An event or an entry of a list, read as it comes over the wire. */
export function eventOf(name: string, fields: Fields = {}): AmiEvent {
  const lines = Object.entries({ Event: name, ...fields }).map(
    ([field, value]) => `${field}: ${value}`,
  );
  return parseEvent(`${lines.join('\r\n')}\r\n\r\n`);
}

/** An event about a channel, or about one and another that it dials. */
export function channelEvent(
  name: string,
  channel: Told,
  fields: Fields = {},
  dialled?: Told,
): AmiEvent {
  const block = dialled === undefined ? {} : blockOf(dialled, 'Dest');
  return eventOf(name, { ...blockOf(channel), ...block, ...fields });
}

/** A channel as `CoreShowChannels` lists it. */
export function listed(channel: Told, fields: Fields = {}): AmiEvent {
  return eventOf('CoreShowChannel', {
    ActionID: 'list',
    ...blockOf(channel),
    Application: '',
    ApplicationData: '',
    Duration: '00:00:05',
    BridgeId: '',
    ...fields,
  });
}

/** A channel enters a bridge of two. */
export function enters(channel: Told, bridge: string): AmiEvent {
  return channelEvent('BridgeEnter', channel, bridgeFields(bridge));
}

/** A channel leaves a bridge of two. */
export function leaves(channel: Told, bridge: string): AmiEvent {
  return channelEvent('BridgeLeave', channel, bridgeFields(bridge));
}

/** A bridge as `BridgeList` lists it. */
export function listedBridge(bridge: string, numChannels: number): AmiEvent {
  return eventOf('BridgeListItem', {
    ActionID: 'list',
    ...bridgeFields(bridge),
    BridgeNumChannels: String(numChannels),
  });
}

function bridgeFields(bridge: string): Fields {
  return {
    BridgeUniqueid: bridge,
    BridgeType: 'basic',
    BridgeTechnology: 'simple_bridge',
    BridgeCreator: '<unknown>',
    BridgeName: '<unknown>',
    BridgeNumChannels: '1',
    BridgeVideoSourceMode: 'none',
  };
}

function blockOf({ id, linkedid = id, state = 'Up', name, number }: Told, prefix = ''): Fields {
  const fields: Fields = {
    Channel: name ?? `PJSIP/${id}-00000001`,
    ChannelState: '',
    ChannelStateDesc: state,
    CallerIDNum: number ?? id,
    CallerIDName: '<unknown>',
    ConnectedLineNum: '<unknown>',
    ConnectedLineName: '<unknown>',
    Language: 'en',
    AccountCode: '',
    Context: 'default',
    Exten: '100',
    Priority: '1',
    Uniqueid: id,
    Linkedid: linkedid,
  };
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [prefix + key, value]));
}
