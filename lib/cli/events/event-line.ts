import type { AmiEvent } from '../../wire/index.js';
import { isSecretField, REDACTED } from '../../wire/redact.js';
import { clean } from '../text/clean.js';
import type { Paint } from '../text/paint.js';
import { toClock } from '../text/time.js';

// What a channel's snapshot says besides name, state and caller; the same in nearly every event.
const COMMONPLACE =
  /(?:ConnectedLineNum|ConnectedLineName|Language|AccountCode|Context|Priority|Linkedid|ChannelState)$/i;
const SKIPPED = new Set(['event', 'privilege']);
const NAME_COLUMNS = 20;

/**
 * An event as one line: time, name and fields. Of a channel's snapshot only what tells it from
 * others, of everything else all; no empty and no unknown values.
 */
export function toEventLine(event: AmiEvent, at: number, paint: Paint): string {
  const fields: string[] = [];
  event.fields.forEach(([name, value], index) => {
    if (index === 0 || SKIPPED.has(name.toLowerCase()) || isUnknown(value)) return;
    const commonplace = COMMONPLACE.exec(name);
    const prefix = commonplace === null ? undefined : name.slice(0, commonplace.index);
    if (prefix !== undefined && event.has(`${prefix}ChannelStateDesc`)) return;
    const shown = isSecretField(name, value) ? REDACTED : clean(value);
    fields.push(`${paint('dim', `${clean(name)}=`)}${quote(shown)}`);
  });
  const name = clean(event.name);
  const gap = ' '.repeat(Math.max(0, NAME_COLUMNS - name.length));
  return `${paint('dim', toClock(at))} ${paint('bold', name)}${gap} ${fields.join(' ')}`.trimEnd();
}

function isUnknown(value: string): boolean {
  return value === '' || value === '<unknown>';
}

function quote(value: string): string {
  return /[\s"=]/.test(value) ? JSON.stringify(value) : value;
}
