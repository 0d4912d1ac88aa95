import type { EventByName, EventName } from '../../catalogue/index.js';

/** The value of a field as one writes it; an array for a field that repeats. */
export type WrittenValue = string | number | boolean | readonly (string | number)[];

/** Fields by their names, in their order; what is `undefined` is left out. */
export type WrittenFields = Readonly<Record<string, WrittenValue | undefined>>;

/** The fields of an event; completion knows those of the catalogue, and their words. */
export type WrittenEvent<N extends EventName> = {
  readonly [K in Exclude<keyof EventByName[N], 'Event' | 'message'>]?:
    Extract<EventByName[N][K], string> | (string & {}) | Exclude<WrittenValue, string> | undefined;
} & WrittenFields;
