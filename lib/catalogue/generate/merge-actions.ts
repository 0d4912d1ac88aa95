import { familyOf } from './families.js';
import type { ActionModel, ParameterModel } from './model.js';
import { parameterKind, placeholders, spelling } from './parameter-kinds.js';
import { parseFields } from './parse-fields.js';
import type { Docs, EntryFacts } from './read-docs.js';

/** An action that Asterisk's documentation lacks, or has no more. */
export interface HandWrittenAction {
  readonly family: string;
  readonly versions: string;
  /** Names with blanks between; `Name!` is required, `Name=kind` is no text. */
  readonly parameters: string;
}

/** What is known of the actions of Asterisk, by version and from where. */
export interface ActionSources {
  readonly docs: ReadonlyMap<string, Docs>;
  readonly handWritten: Readonly<Record<string, HandWrittenAction>>;
  readonly responseFields: Readonly<Record<string, string>>;
  /** Names of those that announce a list. */
  readonly lists: ReadonlySet<string>;
  /** What is documented as required and is not, and the other way round: `Action.Parameter`. */
  readonly required: Readonly<Record<string, boolean>>;
}

/** One list of all actions. */
export function mergeActions(sources: ActionSources): ActionModel[] {
  const documented = new Map<string, [version: string, facts: EntryFacts][]>();
  for (const [version, { actions }] of sources.docs) {
    for (const facts of actions) {
      const known = documented.get(facts.name) ?? [];
      documented.set(facts.name, [...known, [version, facts]]);
    }
  }
  const models = Array.from(documented, ([name, all]): ActionModel => {
    const facts = all.map(([, one]) => one);
    const module = facts.find((one) => one.module !== undefined)?.module;
    return {
      name,
      family: familyOf(name, module),
      versions: [...new Set(all.map(([version]) => version))].join(', '),
      isDocumented: true,
      parameters: parametersOf(name, facts, sources.required),
      response: responseOf(name, sources),
    };
  });
  for (const [name, action] of Object.entries(sources.handWritten)) {
    if (!documented.has(name)) models.push(byHand(name, action, sources));
  }
  return models.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function parametersOf(
  action: string,
  all: readonly EntryFacts[],
  required: Readonly<Record<string, boolean>>,
): ParameterModel[] {
  const parameters = new Map<string, ParameterModel>();
  for (const { fields } of all) {
    for (const field of fields) {
      const name = spelling[`${action}.${field.name}`] ?? field.name;
      if (name === 'ActionID' || placeholders.test(name)) continue;
      const before = parameters.get(name);
      // What one version can do without is not required.
      const isRequired = field.required === true && (before?.isRequired ?? true);
      parameters.set(name, {
        name,
        kind: parameterKind(action, name, field.words),
        isRequired: required[`${action}.${name}`] ?? isRequired,
      });
    }
  }
  return [...parameters.values()];
}

function byHand(name: string, action: HandWrittenAction, sources: ActionSources): ActionModel {
  const parameters = action.parameters.split(/\s+/).filter((word) => word !== '');
  return {
    name,
    family: action.family,
    versions: action.versions,
    isDocumented: false,
    parameters: parameters.map((word) => {
      const bare = word.replace('!', '');
      return { name: bare, kind: parameterKind(name, bare, []), isRequired: word !== bare };
    }),
    response: responseOf(name, sources),
  };
}

function responseOf(
  name: string,
  { responseFields, lists }: ActionSources,
): ActionModel['response'] {
  const fields = parseFields(responseFields[name] ?? '').fields;
  const list = lists.has(name) ? [{ name: 'EventList' }] : [];
  return [...fields, ...list].map(({ name: field, ...rest }) => ({
    name: field,
    kind: 'kind' in rest ? rest.kind : 'text',
  }));
}
