import { catchError, defer, map, reduce } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import { isListEnd } from '../catalogue/index.js';
import type { UntypedEvent } from '../catalogue/index.js';
import { ListCancelledError, ProtocolError } from '../errors/index.js';
import { AmiEvent, Response } from '../wire/index.js';
import type { Message } from '../wire/index.js';
import type { Collection } from './collection.js';

/** Makes typed values of what answers an action. */
export interface AnswerDecoder {
  response(response: Response): Response;
  entry(event: AmiEvent): UntypedEvent;
}

/** Puts the messages of a whole answer together; a list that is given up errors with its entries. */
export function toCollection(
  action: string,
  decoder: AnswerDecoder,
): OperatorFunction<Message, Collection> {
  return (source) =>
    defer(() => {
      const messages: AmiEvent[] = [];
      const entries: UntypedEvent[] = [];
      return source.pipe(
        reduce<Message, Partial<Collection>>((collection, message) => {
          if (message instanceof Response) {
            return { response: decoder.response(message), ...collection };
          }
          if (!(message instanceof AmiEvent)) return collection;
          const entry = decoder.entry(message);
          if (isListEnd(action, message)) return { ...collection, complete: entry };
          messages.push(message);
          entries.push(entry);
          return collection;
        }, {}),
        map(({ response, complete }) => {
          if (response === undefined) {
            throw new ProtocolError(`${action} was answered without a response`);
          }
          return { response, entries, complete };
        }),
        catchError((error: unknown) => {
          if (!(error instanceof ListCancelledError)) throw error;
          throw new ListCancelledError(error.action, error.actionId, error.event, messages);
        }),
      );
    });
}
