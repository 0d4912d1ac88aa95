import { filter, map } from 'rxjs';
import type { Observable } from 'rxjs';
import { AmiEvent } from '../wire/index.js';
import type { Message } from '../wire/index.js';
import { decodeEvent } from './decode-event.js';
import type { EventByName } from './events/event-by-name.js';
import { findEvent } from './find-event.js';
import type { EventName } from './find-event.js';
import { eventKey } from './schema/event-schema.js';
import type { EventOf, ZodEvent } from './schema/event-schema.js';

/** What {@link ofType} narrows to: the name of an event of the catalogue, or a schema. */
export type EventType = EventName | ZodEvent;

/** The decoded event of a name or a schema. */
export type EventOfType<T extends EventType> = T extends EventName
  ? EventByName[T]
  : T extends ZodEvent
    ? EventOf<T>
    : never;

/**
 * Narrows a stream of messages to the events of some types, decoded: a union that `Event` tells
 * apart.
 *
 * For one type of event, `ami.event(…)` costs less and tells in `diagnostics$` what did not fit;
 * this operator is for several types in their order, and for messages from elsewhere: recordings,
 * the answer of an action. Completes and errors with its source.
 *
 * @param types - Schemas, or names of the catalogue.
 * @throws TypeError for what is neither.
 *
 * @example
 * ```ts
 * import { connect, ofType } from 'rxjs-ami';
 * import { Hangup, Newchannel } from 'rxjs-ami/events';
 *
 * const ami = connect('monitor:secret@localhost');
 * ami.events$.pipe(ofType(Newchannel, Hangup)).subscribe((event) => {
 *   if (event.Event === 'Hangup') console.log(event.Channel, event.Cause);
 *   else console.log(event.Channel, event.Exten);
 * });
 * ```
 */
export function ofType<const T extends readonly EventType[]>(
  ...types: T
): <M extends Message>(source: Observable<M>) => Observable<EventOfType<T[number]>> {
  const wanted = types.map((type) => {
    const schema = typeof type === 'string' ? findEvent(type) : type;
    if (schema === undefined) throw new TypeError(`The catalogue has no event ${type as string}`);
    return schema;
  });
  const byName = schemasByName(wanted);
  const schemaOf = (event: AmiEvent): ZodEvent | undefined =>
    byName.get(event.name)?.find((schema) => isFor(schema, event));
  return (source) =>
    source.pipe(
      filter((message: Message): message is AmiEvent => message instanceof AmiEvent),
      filter((event) => schemaOf(event) !== undefined),
      map(
        (event) =>
          decodeEvent(schemaOf(event) as ZodEvent, event, ignore) as EventOfType<T[number]>,
      ),
    );
}

function schemasByName(schemas: readonly ZodEvent[]): Map<string, ZodEvent[]> {
  const byName = new Map<string, ZodEvent[]>();
  for (const schema of schemas) {
    const name = eventKey(schema)?.name;
    if (name === undefined) throw new TypeError('A schema that is not of an event has no type');
    const others = byName.get(name) ?? [];
    // A schema of one UserEvent goes before that of all.
    const isSpecial = eventKey(schema)?.userEvent !== undefined;
    byName.set(name, isSpecial ? [schema, ...others] : [...others, schema]);
  }
  return byName;
}

/** A `UserEvent` of a name of its own is for the schema of that name. */
function isFor(schema: ZodEvent, event: AmiEvent): boolean {
  const userEvent = eventKey(schema)?.userEvent;
  return userEvent === undefined || event.get('UserEvent') === userEvent;
}

function ignore(): void {
  // A stream of messages has nowhere to tell what did not fit.
}
