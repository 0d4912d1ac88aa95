import type { FieldKind } from '../schema/field-kind.js';
import type { ParameterKind } from '../schema/parameter-kind.js';
import { exportName } from './model.js';
import type { ActionModel, BlockModel, EventModel } from './model.js';

/** The text of files by their names, without their ends. */
export type Files = Readonly<Record<string, string>>;

/** The files of the folder `events`, to be formatted. */
export function eventFiles(events: readonly EventModel[]): Files {
  return { ...byFamily(events, eventFile), ...index('event', events, 'EventByName') };
}

/** The files of the folder `actions`, to be formatted. */
export function actionFiles(actions: readonly ActionModel[]): Files {
  return { ...byFamily(actions, actionFile), ...index('action', actions, 'ActionByName') };
}

function byFamily<M extends EventModel | ActionModel>(
  models: readonly M[],
  write: (models: readonly M[]) => string,
): Record<string, string> {
  const families = [...new Set(models.map(({ family }) => family))].sort();
  return Object.fromEntries(
    families.map((family) => [family, write(models.filter((model) => model.family === family))]),
  );
}

/** Everything by name: what is exported, the type of a look-up, and the look-up. */
function index(
  kind: 'event' | 'action',
  models: readonly (EventModel | ActionModel)[],
  type: string,
): Record<string, string> {
  const families = [...new Set(models.map(({ family }) => family))].sort();
  const named = families.map((family) => {
    const members = models.filter((model) => model.family === family);
    const names = members.map(({ name }) => exportName(name));
    return `import { ${names.join(', ')} } from './${family}.js';`;
  });
  const types = models.map(({ name }) => {
    const exported = exportName(name);
    return `${key(name)}: ${kind === 'event' ? exported : `typeof ${exported}`};`;
  });
  const values = models.map(({ name }) => {
    const exported = exportName(name);
    return exported === name ? name : `${key(name)}: ${exported}`;
  });
  return {
    ...(kind === 'event' && {
      index: [
        // Also what looks them up, so that the builds keep it beside them.
        `export { eventsByName } from './event-by-name.js';`,
        ...families.map((family) => `export * from './${family}.js';`),
      ].join('\n'),
    }),
    [`${kind}-by-name`]: `${named.join('\n')}
      /** The types of ${kind}s by their names. */
      export interface ${type} { ${types.join('\n')} }
      /** Makes the table of ${kind}s by their names. */
      export const ${kind}sByName = () => ({ ${values.join(', ')} });`,
  };
}

function eventFile(events: readonly EventModel[]): string {
  const macros = events.flatMap(({ blocks }) => blocks);
  const helpers = [
    ...new Set(macros.map(({ macro }) => macro)),
    ...(macros.some(({ prefix }) => prefix !== '') ? ['prefixed'] : []),
    ...(macros.some(({ isAlways }) => !isAlways) ? ['optional'] : []),
  ].sort();
  const snapshots =
    helpers.length > 0 ? `import { ${helpers.join(', ')} } from '../schema/snapshots.js';` : '';
  return `import { event } from '../schema/event-schema.js';
    import type { EventOf } from '../schema/event-schema.js';
    ${snapshots}\n${events.map(eventText).join('\n')}`;
}

function eventText({ name, classes, versions, blocks, fields }: EventModel): string {
  const from = classes.length > 0 ? `Class ${classes.join(' and ')}. ` : '';
  const body = [
    ...blocks.map((block) => `...${blockText(block)}`),
    ...fields.map((field) => `${key(field.name)}: ${kindText(field.kind)}`),
  ].join(',\n');
  return `
    /** ${from}Asterisk ${versions}. */
    export const ${exportName(name)} = event('${name}', () => ({\n${body}\n}));
    export interface ${exportName(name)} extends EventOf<typeof ${exportName(name)}> {}`;
}

function blockText({ macro, prefix, isAlways }: BlockModel): string {
  const fields = prefix === '' ? macro : `prefixed('${prefix}', ${macro})`;
  return isAlways ? fields : `optional(${fields})`;
}

function actionFile(actions: readonly ActionModel[]): string {
  return `import { action } from '../schema/action-definition.js';
    ${actions.map(actionText).join('\n')}`;
}

function actionText({ name, versions, parameters, response }: ActionModel): string {
  const object = (fields: readonly { name: string; kind: FieldKind | ParameterKind }[]): string =>
    `{ ${fields.map((field) => `${key(field.name)}: ${kindText(field.kind)}`).join(', ')} }`;
  const parts = [
    object(parameters.filter(({ isRequired }) => isRequired)),
    object(parameters.filter(({ isRequired }) => !isRequired)),
    object(response),
  ];
  // What is empty at the end is left out.
  while (parts.at(-1) === '{  }') parts.pop();
  return `
    /** Asterisk ${versions}. */
    export const ${exportName(name)} = action(${[`'${name}'`, ...parts].join(', ')});`;
}

function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
}

function kindText(kind: FieldKind | ParameterKind): string {
  if (typeof kind === 'string') return `'${kind}'`;
  return `[${kind.map((word) => `'${word}'`).join(', ')}]`;
}
