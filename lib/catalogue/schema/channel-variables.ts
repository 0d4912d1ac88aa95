import type { AmiEvent } from '../../wire/index.js';

type FieldValues = Record<string, string | string[]>;

const bracketed = /^\w*ChanVariable\((.*?)\): /s;

/**
 * Puts the channel variables of an event together, by channel: those sent with the snapshot of a
 * channel (`ChanVariable`, `DestChanVariable` …) and those that name it (`ChanVariable(SIP/a-1): …`).
 */
export function gatherChannelVariables(fields: FieldValues, message: AmiEvent): object {
  let has = false;
  for (const name in fields) has ||= isChannelVariable(name);
  if (!has) return fields;
  const byChannel = new Map<string, ReadonlyMap<string, string>>();
  for (const [channel, name, only] of sources(fields, message)) {
    const variables = message.getVariables(name, only);
    const before = byChannel.get(channel) ?? [];
    if (variables.size > 0) byChannel.set(channel, new Map([...before, ...variables]));
  }
  const objects = Array.from(byChannel, ([channel, all]) => [channel, Object.fromEntries(all)]);
  const others = Object.entries(fields).filter(([name]) => !isChannelVariable(name));
  return { ...Object.fromEntries(others), ChanVariable: Object.fromEntries(objects) as object };
}

/** Whose variables are where: channel, field, and the channel again where the field names it. */
function sources(
  fields: FieldValues,
  message: AmiEvent,
): [channel: string, name: string, only?: string][] {
  const found: [string, string, string?][] = [];
  for (const name of Object.keys(fields)) {
    if (!name.endsWith('ChanVariable')) continue;
    const channel = fields[name.replace(/ChanVariable$/, 'Channel')];
    found.push([typeof channel === 'string' ? channel : '', name]);
  }
  const named = message.lines.map((line) => bracketed.exec(line)?.[1]);
  for (const channel of new Set(named)) {
    if (channel !== undefined) found.push([channel, 'ChanVariable', channel]);
  }
  return found;
}

function isChannelVariable(name: string): boolean {
  return name.length >= 12 && (name.endsWith('ChanVariable') || name.includes('ChanVariable('));
}
