export type {
  ActionArguments,
  ActionInput,
  CompleteOf,
  EntryOf,
  ListName,
  ResponseValues,
  UnknownFields,
} from './action-types.js';
export type { ActionByName } from './actions/action-by-name.js';
export { checkAction } from './check-action.js';
export { decodeEvent } from './decode-event.js';
export type { Misfits } from './decode-event.js';
export { decodeResponse } from './decode-response.js';
export { defineEvent } from './define-event.js';
export type { CustomEvent } from './define-event.js';
export { eventClasses } from './event-class.js';
export type { EventClass } from './event-class.js';
export type { EventByName } from './events/event-by-name.js';
export { findAction } from './find-action.js';
export type { ActionName } from './find-action.js';
export { findEvent } from './find-event.js';
export type { EventName } from './find-event.js';
export { findListAction, isListEnd } from './find-list-action.js';
export type { ListAction } from './list-action.js';
export { listActions } from './list-actions.js';
export { ofType } from './of-type.js';
export type { EventType } from './of-type.js';
export type { ActionDefinition } from './schema/action-definition.js';
export { eventKey } from './schema/event-schema.js';
export type { EventKey, EventOf, EventSchema, ZodEvent } from './schema/event-schema.js';
export type { FieldKind } from './schema/field-kind.js';
export type { ParameterKind } from './schema/parameter-kind.js';
export { untypedEvent } from './untyped-event.js';
export type { UntypedEvent } from './untyped-event.js';
