import { Message } from '../../../wire/index.js';

/** Text as it was cut: whole messages with their ends, and what is left. */
interface Split {
  readonly whole: readonly string[];
  readonly rest: string;
}

/** Cuts text behind each blank line; blank lines more than one belong to the message before. */
export function splitMessages(text: string): Split {
  const whole: string[] = [];
  let start = 0;
  for (const blank of text.matchAll(/(?:\r?\n){2,}/g)) {
    const end = blank.index + blank[0].length;
    whole.push(text.slice(start, end));
    start = end;
  }
  return { whole, rest: text.slice(start) };
}

/** A message that was cut off, to look at its fields. */
export function readMessage(text: string): Message {
  return new Message(text.split(/\r?\n/).filter((line) => line !== ''));
}

/** The beginning of a message up to the middle of its second line, or of its only one. */
export function cutMidLine(text: string): string {
  const first = text.indexOf('\n') + 1;
  const start = /[^\r\n]/.test(text.slice(first)) ? first : 0;
  const length = text.slice(start).search(/[\r\n]/);
  return text.slice(0, start + Math.ceil(length / 2));
}
