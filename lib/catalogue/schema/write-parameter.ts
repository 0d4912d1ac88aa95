import type { ParameterKind, SimpleParameterKind } from './parameter-kind.js';

/** What is sent of a value, or why it cannot be. */
export type Written = { readonly value: unknown } | { readonly fault: string };

const yes = /^(?:yes|true|y|t|1|on)$/i;
const no = /^(?:no|false|n|f|0|off)$/i;

const writers: Record<SimpleParameterKind, (value: unknown) => Written> = {
  text: (value) => (isPlain(value) ? { value } : { fault: 'must be text or a number' }),
  number: (value) =>
    isPlain(value) && typeof value !== 'boolean' && isNumeric(String(value))
      ? { value }
      : { fault: 'must be a number' },
  // Some handlers know `yes`, and no other word for it.
  flag: (value) => {
    if (isPlain(value) && yes.test(String(value))) return { value: 'yes' };
    if (isPlain(value) && no.test(String(value))) return { value: 'no' };
    return { fault: 'must be true or false' };
  },
  list: (value) => {
    if (typeof value === 'string') return { value };
    return isTexts(value) ? { value: value.join(',') } : { fault: 'must be a list of words' };
  },
  variables: (value) =>
    isTexts(value) || typeof value === 'string' || isRecord(value)
      ? { value }
      : { fault: 'must be an object of variables' },
};

/** Writes a value as Asterisk reads it. */
export function writeParameter(kind: ParameterKind, value: unknown): Written {
  if (typeof kind === 'string') return writers[kind](value);
  const words = kind.map((word) => word.toLowerCase());
  const isWord = typeof value === 'string' && words.includes(value.toLowerCase());
  return isWord ? { value } : { fault: `must be one of ${kind.join(', ')}` };
}

function isPlain(value: unknown): value is string | number | bigint | boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' || typeof value === 'bigint' || typeof value === 'boolean';
}

function isNumeric(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
