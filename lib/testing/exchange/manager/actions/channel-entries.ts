import type { Channel } from '../../pbx/channel.js';
import type { Fields } from '../../pbx/fields.js';
import { readVariable } from '../../pbx/substitute.js';
import { writeDuration } from '../write-duration.js';

/** A channel as CoreShowChannels lists it. */
export function coreShowChannel(channel: Channel): Fields {
  return {
    ...channel.fields(),
    Application: channel.application,
    ApplicationData: channel.applicationData,
    Duration: writeDuration(channel.pbx.now() - channel.createdAt),
    BridgeId: channel.bridge?.id ?? '',
  };
}

/** A channel as Status lists it; `variables` are those that were asked for, or all. */
export function status(channel: Channel, variables: readonly string[] | 'all'): Fields {
  const { connected, bridge, pbx } = channel;
  const names = variables === 'all' ? [...channel.variables.keys()] : variables;
  const values = names.map((name) => `${name.replace(/^_+/, '')}=${valueOf(channel, name)}`);
  return {
    Privilege: 'Call',
    ...channel.fields(),
    Type: channel.name.slice(0, channel.name.indexOf('/')),
    DNID: '',
    EffectiveConnectedLineNum: connected.number ?? '<unknown>',
    EffectiveConnectedLineName: connected.name ?? '<unknown>',
    TimeToHangup: 0,
    BridgeID: bridge?.id ?? '',
    Application: orNull(channel.application),
    Data: channel.application === '' ? orNull('') : channel.applicationData,
    Nativeformats: '(slin)',
    Readformat: 'slin',
    Readtrans: '',
    Writeformat: 'slin',
    Writetrans: '',
    Callgroup: 0,
    Pickupgroup: 0,
    Seconds: Math.floor((pbx.now() - channel.createdAt) / 1000),
    ...(values.length === 0 ? {} : { Variable: values }),
  };
}

function valueOf(channel: Channel, name: string): string {
  const value = readVariable(channel, name);
  return channel.variables.has(name) ? value : orNull(value);
}

/** Asterisk prints what is not set as C prints a null pointer. */
function orNull(text: string): string {
  return text === '' ? '(null)' : text;
}
