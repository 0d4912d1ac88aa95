import type { ActionValue } from '../wire/index.js';
import type { ActionByName } from './actions/action-by-name.js';
import type { EventByName } from './events/event-by-name.js';
import type { ActionName } from './find-action.js';
import type { EventName } from './find-event.js';
import type { listActions } from './list-actions.js';
import type { DecodedFields, Fields } from './schema/field-kind.js';
import type { Parameters, ParameterValue } from './schema/parameter-kind.js';
import type { responseFields } from './schema/response-schema.js';
import type { UntypedEvent } from './untyped-event.js';

/** Fields that the catalogue does not know of an action are possible for every one. */
export type UnknownFields = Readonly<
  Record<string, ActionValue | readonly ActionValue[] | Readonly<Record<string, ActionValue>>>
>;

type Given<R extends Parameters, O extends Parameters> = {
  readonly [K in keyof R]: ParameterValue<R[K]>;
} & { readonly [K in keyof O]?: ParameterValue<O[K]> | null | undefined };

/** What an action of the catalogue takes. */
export type ActionInput<N extends ActionName> = Given<
  ActionByName[N]['required'],
  ActionByName[N]['optional']
> &
  UnknownFields;

/** The arguments behind an action's name; none are needed where nothing is required. */
export type ActionArguments<N extends ActionName> =
  Record<never, never> extends ActionByName[N]['required']
    ? [fields?: ActionInput<N>]
    : [fields: ActionInput<N>];

/** The fields of the response to an action, decoded. */
export type ResponseValues<N extends ActionName> = DecodedFields<
  typeof responseFields & ResponseFieldsOf<N>
> &
  Readonly<Record<string, unknown>>;

type ResponseFieldsOf<N extends ActionName> = ActionByName[N]['response'] extends infer F extends
  Fields
  ? F
  : never;

type Lists = typeof listActions;

/** Every action of the catalogue that is answered by more than one response. */
export type ListName = {
  [N in keyof Lists & ActionName]: Lists[N]['entries'] extends readonly [] ? never : N;
}[keyof Lists & ActionName];

/** The entries of a list, as a union that `Event` tells apart. */
export type EntryOf<N extends ActionName> = N extends keyof Lists
  ? EventOfName<Lists[N]['entries'][number]>
  : UntypedEvent;

/** The event that ends a list. */
export type CompleteOf<N extends ActionName> = N extends keyof Lists
  ? Lists[N] extends { readonly complete: infer C extends string }
    ? EventOfName<C>
    : UntypedEvent
  : UntypedEvent;

type EventOfName<E extends string> = E extends EventName ? EventByName[E] : never;
