import type { Channel } from './channel.js';
import type { Pbx } from './pbx.js';
import { readPresence } from './presence/read-presence.js';

/** Puts variables and functions into `${…}`; what nobody knows is empty. */
export function substitute(channel: Channel, text: string): string {
  if (!text.includes('${')) return text;
  return text.replace(/\$\{([^${}]*)\}/g, (_, name: string) => readVariable(channel, name));
}

/** The value of a variable, a channel's or a global one, or of one of a few functions. */
export function readVariable(channel: Channel, name: string): string {
  const [, fn, argument = ''] = /^(\w+)\(([^)]*)\)$/.exec(name) ?? [];
  if (fn !== undefined) return functions[fn.toUpperCase()]?.(channel, argument) ?? '';
  const own = ['', '_', '__'].map((prefix) => channel.variables.get(prefix + name));
  return (
    own.find((value) => value !== undefined) ??
    builtIn(channel, name) ??
    channel.pbx.variables.get(name) ??
    ''
  );
}

/** The value of a variable without a channel: a global one, or one of a few functions. */
export function readGlobal(pbx: Pbx, name: string): string {
  const [, fn, argument = ''] = /^(\w+)\(([^)]*)\)$/.exec(name) ?? [];
  if (fn?.toUpperCase() === 'DEVICE_STATE') return pbx.devices.stateOf(argument);
  if (fn?.toUpperCase() === 'PRESENCE_STATE') return readPresence(pbx, argument);
  if (name === 'EPOCH') return String(Math.floor(pbx.now() / 1000));
  return pbx.variables.get(name) ?? '';
}

function builtIn(channel: Channel, name: string): string | undefined {
  switch (name) {
    case 'EXTEN':
      return channel.place.exten;
    case 'CONTEXT':
      return channel.place.context;
    case 'PRIORITY':
      return String(channel.place.priority);
    case 'CHANNEL':
      return channel.name;
    case 'UNIQUEID':
      return channel.uniqueid;
    case 'EPOCH':
      return String(Math.floor(channel.pbx.now() / 1000));
    default:
      return undefined;
  }
}

const functions: Readonly<
  Record<string, (channel: Channel, argument: string) => string | undefined>
> = {
  CALLERID: ({ caller }, what) => {
    if (what.startsWith('num')) return caller.number;
    return what.startsWith('name')
      ? caller.name
      : `"${caller.name ?? ''}" <${caller.number ?? ''}>`;
  },
  CONNECTEDLINE: ({ connected }, what) =>
    what.startsWith('num') ? connected.number : connected.name,
  CHANNEL: (channel, what) => {
    const known: Readonly<Record<string, string>> = {
      accountcode: channel.accountCode,
      language: channel.language,
      linkedid: channel.linkedid,
      name: channel.name,
      uniqueid: channel.uniqueid,
      state: channel.state,
    };
    return known[what];
  },
  DEVICE_STATE: ({ pbx }, device) => pbx.devices.stateOf(device),
  PRESENCE_STATE: ({ pbx }, argument) => readPresence(pbx, argument),
  URIDECODE: (_, text) => decodeUri(text),
};

/** Bytes that are no UTF-8 become U+FFFD. */
function decodeUri(text: string): string {
  const bytes = text
    .split(/(%[0-9a-f]{2})/i)
    .map((part) =>
      /^%[0-9a-f]{2}$/i.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part),
    );
  return Buffer.concat(bytes).toString();
}
