import type { SceneEvent } from '../../../lib/cli/demo/scene.js';
import { AmiEvent } from '../../../lib/wire/index.js';
import { parse } from '../../support/parse.js';
import { readTranscript } from '../../support/transcripts.js';
import type { Plot } from './plots.js';

// Of the session that was recorded, and of the build that it was recorded on.
const LEFT_OUT =
  /^(?:FullyBooted|SuccessfulAuth|TestEvent|Registry|OriginateResponse|QueueMember(?:Added|Removed)|ChannelsHungupListComplete)$/;

type Fields = [name: string, value: string][];

/**
 * Makes a scene of a recording. The recordings have Local channels in the place of telephones:
 * here they become telephones again, the half that only keeps up the appearances is left out, and
 * numbers and names become those of a role.
 */
export function recordScene(plot: Plot): SceneEvent[] {
  const { messages } = parse([readTranscript(plot.transcript)]);
  const events = messages
    .filter((message) => message instanceof AmiEvent && message.actionId === undefined)
    .map((message) => message.lines.map((line): [string, string] => splitLine(line)))
    .filter((fields) => belongs(fields, plot));
  const rename = renamer();
  const counts = new Map<string, number>();
  return events.map(([[, name] = ['', ''], ...fields]) => {
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const cast = castCallers(fields, plot);
    const pause = plot.pauses[`${name} ${nth}`] ?? 0;
    return {
      pauseMs: pause * 1000,
      name,
      fields: cast.map(([key, value]) => [key, rename(replaceAll(key, value, plot))] as const),
    };
  });
}

function splitLine(line: string): [string, string] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon), line.slice(colon + 2)];
}

function belongs(fields: Fields, { phones, from }: Plot): boolean {
  const get = (name: string): string => fields.find(([key]) => key === name)?.[1] ?? '';
  const name = get('Event');
  if (LEFT_OUT.test(name) || (name === 'DeviceStateChange' && !get('Device').startsWith('Queue:')))
    return false;
  const call = get('Linkedid') || get('DestLinkedid') || get('LocalOneLinkedid');
  if (from !== undefined && call !== '' && Number(call.split('.')[1]) < from) return false;
  return Object.keys(phones).every(
    (base) => get('Channel') !== `${base};2` && get('LocalOneChannel') !== `${base};1`,
  );
}

/** Gives the telephones in an event the caller ID of who plays their role. */
function castCallers(fields: Fields, { phones, lines }: Plot): Fields {
  const roles = new Map<string, string>();
  for (const [key, value] of fields) {
    const role = key.endsWith('Channel') ? phones[value.replace(/;1$/, '')] : undefined;
    if (role !== undefined) roles.set(key.slice(0, -'Channel'.length), role);
  }
  return fields.map(([key, value]) => {
    const dialled = roles.get('Dest');
    if (key === 'DialString' && dialled !== undefined) return [key, `{${dialled}.phone}`];
    // What was dialled stands in a variable, too; B is who is.
    const number = key === 'Value' ? /^(\d+)@default(?:\/n)?$/.exec(value)?.[1] : undefined;
    if (number !== undefined && lines.includes(number)) return [key, '{B.phone}'];
    for (const [prefix, role] of roles) {
      if (key === `${prefix}CallerIDNum`) return [key, `{${role}.number}`];
      if (key === `${prefix}CallerIDName`) return [key, `{${role}.name}`];
      const isLine = key === `${prefix}Exten` || key === `${prefix}Extension`;
      if (isLine && lines.includes(value)) return [key, `{${role}.number}`];
    }
    return [key, value];
  });
}

function replaceAll(key: string, value: string, { phones, replace }: Plot): string {
  let text = value;
  for (const [base, role] of Object.entries(phones)) {
    const suffix = base.slice(base.lastIndexOf('-'));
    text = text.replaceAll(`${base};1`, `PJSIP/{${role}.phone}${suffix}`);
  }
  if (key === 'Uniqueid' || key.endsWith('Linkedid')) return text;
  for (const [from, to] of replace) {
    text = typeof from === 'string' ? (text === from ? to : text) : text.replace(from, to);
  }
  return text;
}

/** Replaces whatever is unique to the recording by a place for what is unique to a performance. */
function renamer(): (text: string) => string {
  const places = new Map<string, string>();
  const counts: Record<string, number> = {};
  const place = (kind: string, id: string): string => {
    const key = kind + id;
    const known = places.get(key) ?? `{${kind}${(counts[kind] = (counts[kind] ?? 0) + 1)}}`;
    places.set(key, known);
    return known;
  };
  return (text) =>
    text
      .replace(/\b\d{10}\.\d+\b/g, (id) => place('u', id))
      .replace(/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, (id) => place('b', id))
      .replace(/-([\da-f]{8})(?![\da-f])/g, (_, id: string) => `-${place('c', id)}`);
}
