import type { AmiEvent } from '../../wire/index.js';
import { ownText } from './own-text.js';

/**
 * Whether a text is one of Asterisk's ways to say that there is nothing, `unknown` of queues
 * included.
 */
export function isNothing(text: string): boolean {
  return (
    text === '' ||
    text === '<unknown>' ||
    text === 'unknown' ||
    text === '<none>' ||
    text === '(null)'
  );
}

/** An event, or whatever else finds its fields. */
export type Fields = Pick<AmiEvent, 'get'>;

/** The text of a field, to be kept; `undefined` where there is none. */
export function readText(event: Fields, name: string): string | undefined {
  const text = event.get(name);
  return text === undefined || isNothing(text) ? undefined : ownText(text);
}

/** The number of a field; `undefined` where there is none. */
export function readNumber(event: Fields, name: string): number | undefined {
  const text = event.get(name);
  const number = text === undefined || text === '' ? NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** A field that says yes or no; `undefined` where it says neither. */
export function readFlag(event: AmiEvent, name: string): boolean | undefined {
  switch (event.get(name)?.toLowerCase()) {
    case 'yes':
    case 'true':
    case 'on':
    case '1':
      return true;
    case 'no':
    case 'false':
    case 'off':
    case '0':
      return false;
    default:
      return undefined;
  }
}

/** `HH:MM:SS` of a field, in milliseconds. */
export function readDuration(event: AmiEvent, name: string): number | undefined {
  const parts = /^(\d+):(\d\d):(\d\d)$/.exec(event.get(name) ?? '');
  if (parts === null) return undefined;
  return (Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3])) * 1000;
}

/** Seconds since 1970 of a field, in milliseconds; zero is nothing. */
export function readTime(event: AmiEvent, name: string): number | undefined {
  const seconds = readNumber(event, name);
  return seconds === undefined || seconds === 0 ? undefined : seconds * 1000;
}
