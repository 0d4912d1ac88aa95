import type { Observable } from 'rxjs';
import type { ActionName } from '../../catalogue/index.js';
import type { Message } from '../../wire/index.js';

/**
 * What a {@link FakeClient} answers to an action:
 *
 * - a response;
 * - an array of events: the entries of a list, which is begun and ended as Asterisk does;
 * - an array with a response in it: these messages, one after the other;
 * - an Observable of those, which is subscribed to for each action: answers that take their time, and
 *   `NEVER` for none. An error of it breaks the connection;
 * - a function that makes one of those of the action.
 *
 * ActionIDs are put in where there is none.
 */
export type Answer =
  | Message
  | readonly Message[]
  | Observable<Message | readonly Message[]>
  | ((action: Message) => Answer);

/** Answers by the names of actions, whatever their case. */
export type Answers = Readonly<Partial<Record<ActionName, Answer>> & Record<string, Answer>>;
