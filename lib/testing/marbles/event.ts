import type { EventName } from '../../catalogue/index.js';
import { AmiEvent } from '../../wire/index.js';
import { writeLines } from './write-lines.js';
import type { WrittenEvent, WrittenFields } from './written-fields.js';

/**
 * An event, written in short: what a letter of your marbles stands for.
 *
 * The fields are those that you give, in your order, under Asterisk's names; editors complete what
 * the catalogue knows. What you write is what `get` reads: names of callers are escaped as on the
 * wire. Values that Asterisk always sends and you leave out are `undefined` where the event is
 * decoded. {@link channelFields} has those that tell of a channel.
 *
 * @throws TypeError for a value with a line break, which no line can hold.
 *
 * @example
 * ```ts
 * import { event } from 'rxjs-ami/testing';
 *
 * const letters = {
 *   j: event('QueueCallerJoin', { Queue: 'support', Position: 1, CallerIDNum: '5551234' }),
 *   h: event('Hangup', { Channel: 'PJSIP/alice-1', Cause: 16, 'Cause-txt': 'Normal Clearing' }),
 * };
 * console.log(letters.h.get('Cause')); // 16
 * ```
 */
export function event<N extends EventName>(name: N, fields?: WrittenEvent<N>): AmiEvent;
export function event(name: string, fields?: WrittenFields): AmiEvent;
export function event(name: string, fields: WrittenFields = {}): AmiEvent {
  return new AmiEvent([...writeLines({ Event: name }), ...writeLines(fields, name)]);
}
