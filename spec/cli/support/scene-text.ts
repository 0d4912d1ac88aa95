import { blockFields } from '../../../lib/cli/demo/scene.js';
import type { SceneEvent } from '../../../lib/cli/demo/scene.js';

const blockNames = Object.keys(blockFields);

/** Writes a scene as the text that `parseScene` reads; channels are told apart by `{u1}`, `{u2}` … */
export function writeScene(events: readonly SceneEvent[]): string {
  const channels = new Map<string, Record<string, string>>();
  return events.map((event) => writeEvent(event, channels)).join('\n');
}

function writeEvent(event: SceneEvent, channels: Map<string, Record<string, string>>): string {
  const parts: string[] = [];
  const fields = [...event.fields];
  while (fields.length > 0) {
    const prefix = prefixOfBlock(fields);
    if (prefix === undefined) {
      parts.push((fields.shift() ?? []).join('='));
      continue;
    }
    const block = fields.splice(0, blockNames.length).map(([, value]) => value);
    const id = /^\{u(\d+)\}$/.exec(block[blockNames.indexOf('Uniqueid')] ?? '')?.[1];
    if (id === undefined) throw new Error(`${event.name} has a channel without an id`);
    const known = channels.get(id) ?? { ...blockFields, Uniqueid: `{u${id}}` };
    channels.set(id, known);
    blockNames.forEach((name, index) => {
      const value = block[index] ?? '';
      if (known[name] === value) return;
      known[name] = value;
      parts.push(`${id}.${name}=${value}`);
    });
    parts.push(`${prefix}*${id}`);
  }
  const line = [String(event.pauseMs / 1000), event.name, ...parts];
  if (line.some((part) => /[|`\n]|\$\{/.test(part)))
    throw new Error(`No way to write ${line.join(' ')}`);
  return line.join('|');
}

/** The prefix of the channel whose fields stand here in full. */
function prefixOfBlock(fields: SceneEvent['fields']): string | undefined {
  const [first] = fields[0] ?? [''];
  if (!first.endsWith('Channel')) return undefined;
  const prefix = first.slice(0, -'Channel'.length);
  return blockNames.every((name, index) => fields[index]?.[0] === prefix + name)
    ? prefix
    : undefined;
}
