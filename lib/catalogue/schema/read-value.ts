import { readText } from './nothing.js';
import type { SimpleKind, TextRecord } from './field-kind.js';

/** What a value that does not fit its kind reads as. */
export const misfit = Symbol('misfit');

type Reader = (value: unknown) => unknown;

/** Reads the value of a field; `undefined` where there is none. */
export const readers: Record<Exclude<SimpleKind, `${string}?`>, Reader> = {
  name: readText,
  text: readText,
  caller: overText((text) => (text === 'unknown' ? undefined : text)),
  texts: (value) => textsOf(value),
  number: overText(readNumber),
  flag: overText(readFlag),
  duration: overText(readDuration),
  time: overText(readTime),
  list: overText((text) => text.split(',')),
  pairs: readPairs,
  encoded: overText(decodePercent),
  environment: overText(readEnvironment),
  channels: (value) => value,
};

function overText(read: (text: string) => unknown): Reader {
  return (value) => {
    const text = readText(value);
    return text === undefined ? undefined : read(text);
  };
}

function readNumber(text: string): unknown {
  const number = Number(text);
  return Number.isFinite(number) ? number : misfit;
}

// What Asterisk takes for yes and no (`ast_true` and `ast_false` in `main/utils.c`).
function readFlag(text: string): unknown {
  if (/^(?:yes|true|y|t|1|on)$/i.test(text)) return true;
  return /^(?:no|false|n|f|0|off)$/i.test(text) ? false : misfit;
}

function readDuration(text: string): unknown {
  const parts = /^(\d+):(\d{2}):(\d{2})$/.exec(text);
  if (parts === null) return misfit;
  return Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
}

function readTime(text: string): unknown {
  const milliseconds = /^\d+(?:\.\d+)?$/.test(text)
    ? Math.floor(Number(text) * 1000)
    : isoTime(text);
  if (milliseconds === 0) return undefined;
  return Number.isNaN(milliseconds) ? misfit : new Date(milliseconds);
}

/** The zone is `+0000`, to which a colon belongs. */
function isoTime(text: string): number {
  return /^\d{4}-\d\d-\d\dT/.test(text)
    ? Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
    : NaN;
}

function readPairs(value: unknown): TextRecord | undefined {
  const pairs = textsOf(value)?.flatMap((text): [string, string][] => {
    const equals = text.indexOf('=');
    return equals < 0 ? [] : [[text.slice(0, equals), text.slice(equals + 1)]];
  });
  return pairs === undefined ? undefined : Object.fromEntries(pairs);
}

function decodePercent(text: string): unknown {
  try {
    return decodeURIComponent(text);
  } catch {
    return misfit;
  }
}

function readEnvironment(text: string): unknown {
  const decoded = decodePercent(text);
  if (typeof decoded !== 'string') return decoded;
  const lines = decoded.matchAll(/^([^:\n]+): (.*)$/gm);
  return Object.fromEntries(Array.from(lines, ([, name = '', value = '']) => [name, value]));
}

function textsOf(value: unknown): string[] | undefined {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}
