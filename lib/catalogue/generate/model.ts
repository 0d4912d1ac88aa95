import type { FieldKind } from '../schema/field-kind.js';
import type { ParameterKind } from '../schema/parameter-kind.js';

/** A field of an event as it is written to the catalogue. */
export interface FieldModel {
  readonly name: string;
  readonly kind: FieldKind;
}

/** The fields of a snapshot, under a prefix. */
export interface BlockModel {
  readonly macro: 'channel' | 'bridge';
  readonly prefix: string;
  /** Whether every event of that name has them. */
  readonly isAlways: boolean;
}

/** An event as it is written to the catalogue. */
export interface EventModel {
  readonly name: string;
  readonly family: string;
  readonly classes: readonly string[];
  /** As people say it, such as `16, 22`. */
  readonly versions: string;
  readonly isDocumented: boolean;
  readonly blocks: readonly BlockModel[];
  readonly fields: readonly FieldModel[];
}

/** A parameter of an action as it is written to the catalogue. */
export interface ParameterModel {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly isRequired: boolean;
}

/** An action as it is written to the catalogue. */
export interface ActionModel {
  readonly name: string;
  readonly family: string;
  readonly versions: string;
  readonly isDocumented: boolean;
  readonly parameters: readonly ParameterModel[];
  /** Of its response. */
  readonly response: readonly FieldModel[];
}

/** The name under which something is exported: Asterisk has names with hyphens and blanks. */
export function exportName(name: string): string {
  return name.replaceAll(/\W/g, '_');
}
