import type { Fields } from './field-kind.js';
import type { Parameters } from './parameter-kind.js';

/** An action of the catalogue: what it takes, and what its response holds. */
export interface ActionDefinition<
  N extends string = string,
  R extends Parameters = Parameters,
  O extends Parameters = Parameters,
  F extends Fields = Fields,
> {
  readonly name: N;
  readonly required: R;
  readonly optional: O;
  /** Fields of the response besides those that every response has. */
  readonly response: F;
}

type None = Record<never, never>;

/** An action of the catalogue. */
/* @__NO_SIDE_EFFECTS__ */
export function action<
  const N extends string,
  const R extends Parameters = None,
  const O extends Parameters = None,
  const F extends Fields = None,
>(name: N, required?: R, optional?: O, response?: F): ActionDefinition<N, R, O, F> {
  return {
    name,
    required: required ?? ({} as R),
    optional: optional ?? ({} as O),
    response: response ?? ({} as F),
  };
}
