import type { Application } from '../application.js';
import type { Channel } from '../channel.js';
import { escapeName } from '../escape-name.js';
import { parseParty } from '../party.js';
import type { Pbx } from '../pbx.js';

/**
 * Sets a variable of a channel, or what a function stands for (CALLERID, CHANNEL …); `false` if the
 * function refuses the value.
 */
export function assign(channel: Channel, name: string, value: string): boolean {
  const [, fn, what = ''] = /^(\w+)\((.*)\)$/.exec(name) ?? [];
  switch (fn?.toUpperCase()) {
    case undefined:
      channel.setVariable(name, value);
      break;
    case 'CALLERID':
      if (what.startsWith('num')) channel.caller = { ...channel.caller, number: value };
      else if (what.startsWith('name')) channel.caller = { ...channel.caller, name: value };
      else if (what === 'all') channel.caller = parseParty(value);
      channel.publish();
      break;
    case 'CONNECTEDLINE':
      if (what.startsWith('num')) channel.connected = { ...channel.connected, number: value };
      else if (what.startsWith('name')) channel.connected = { ...channel.connected, name: value };
      channel.publish();
      break;
    case 'CHANNEL':
      if (what === 'accountcode') channel.accountCode = value;
      else if (what === 'language') channel.language = value;
      channel.publish();
      break;
    default:
      return assignFunction(channel.pbx, fn ?? '', what, value);
  }
  return true;
}

/** Sets a global variable, or what a function stands for that needs no channel; as `assign`. */
export function assignGlobal(pbx: Pbx, name: string, value: string): boolean {
  const [, fn, what = ''] = /^(\w+)\((.*)\)$/.exec(name) ?? [];
  return fn === undefined
    ? assignFunction(pbx, 'GLOBAL', name, value)
    : assignFunction(pbx, fn, what, value);
}

function assignFunction(pbx: Pbx, fn: string, what: string, value: string): boolean {
  switch (fn.toUpperCase()) {
    case 'GLOBAL':
      pbx.variables.set(what, value);
      pbx.emit('VarSet', ['dialplan'], {
        ...{ Channel: 'none', Uniqueid: 'none', Variable: what, Value: escapeName(value) },
      });
      return true;
    case 'DEVICE_STATE':
      return pbx.devices.setCustom(what, value);
    case 'PRESENCE_STATE':
      return pbx.presences.setCustom(what, value);
    default:
      // A function that the exchange has not, but Asterisk may have.
      return true;
  }
}

export const set: Application = function* (channel, data) {
  const equals = data.indexOf('=');
  if (equals > 0) assign(channel, data.slice(0, equals).trim(), data.slice(equals + 1));
  yield* [];
  return undefined;
};

export const goto: Application = function* (channel, data) {
  const parts = data.split(',').map((part) => part.trim());
  const [priority = '1', exten = channel.place.exten, context = channel.place.context] =
    parts.reverse();
  const number = channel.pbx.dialplan.priorityOf(context, exten, priority);
  if (number === undefined) return false;
  channel.place = { context, exten, priority: number };
  yield* [];
  return undefined;
};
