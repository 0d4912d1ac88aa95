import { concatMap, defer, from, isObservable, of } from 'rxjs';
import type { Observable } from 'rxjs';
import { findListAction } from '../../catalogue/index.js';
import type { Message } from '../../wire/index.js';
import { event } from '../marbles/event.js';
import { response } from '../marbles/response.js';
import type { Answer } from './answer.js';

/** An answer to an action, as the messages that are sent for it. */
export function writeAnswer(answer: Answer, action: Message): Observable<string> {
  if (typeof answer === 'function') return defer(() => writeAnswer(answer(action), action));
  if (isObservable(answer)) return answer.pipe(concatMap((one) => writeAnswer(one, action)));
  if ('lines' in answer) return of(write(answer, action));
  if (answer.some(isResponse)) return from(answer.map((message) => write(message, action)));
  return from(listOf(answer, action).map((message) => writeUnderId(message, action)));
}

function write(message: Message, action: Message): string {
  return isPartOfAnswer(message, action) ? writeUnderId(message, action) : message.toString();
}

/** Other events are news for everybody, which have no ActionID. */
function isPartOfAnswer(message: Message, action: Message): boolean {
  if (isResponse(message) || message.has('EventList')) return true;
  const known = findListAction(action.get('Action') ?? '');
  return known?.entries.includes(message.get('Event') ?? '') === true;
}

function writeUnderId(message: Message, action: Message): string {
  const text = message.toString();
  const id = action.actionId;
  if (id === undefined || message.actionId !== undefined) return text;
  // Asterisk writes it behind the first line.
  return text.replace('\r\n', () => `\r\nActionID: ${id}\r\n`);
}

function listOf(entries: readonly Message[], action: Message): Message[] {
  const name = action.get('Action') ?? '';
  const complete = findListAction(name)?.complete ?? `${name}Complete`;
  return [
    response('Success', { EventList: 'start', Message: 'A list will follow' }),
    ...entries,
    event(complete, { EventList: 'Complete', ListItems: entries.length }),
  ];
}

function isResponse({ lines: [first = ''] }: Message): boolean {
  return /^Response:/i.test(first);
}
