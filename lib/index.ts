export * from './errors/index.js';
export { parseAmiUrl } from './transport/index.js';
export type { Address, AmiUrl, SocketOptions, TlsOptions, Transport } from './transport/index.js';
export * from './wire/index.js';
export {
  defineEvent,
  findAction,
  findEvent,
  findListAction,
  listActions,
  ofType,
} from './catalogue/index.js';
export type {
  ActionArguments,
  ActionByName,
  ActionDefinition,
  ActionInput,
  ActionName,
  CompleteOf,
  CustomEvent,
  EntryOf,
  EventByName,
  EventClass,
  EventName,
  EventOf,
  EventSchema,
  EventType,
  FieldKind,
  ListAction,
  ListName,
  ParameterKind,
  ResponseValues,
  UnknownFields,
  UntypedEvent,
  ZodEvent,
} from './catalogue/index.js';
export * from './client/index.js';
