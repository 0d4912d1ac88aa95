import type { FieldKind } from '../schema/field-kind.js';
import type { ParameterKind } from '../schema/parameter-kind.js';
import type { ActionModel, BlockModel, EventModel } from './model.js';
import type { UnknownField } from './unknown-fields.js';

/** What one version documents, and how much of it the catalogue has. */
interface Coverage {
  readonly version: string;
  readonly events: readonly [had: number, documented: number];
  readonly actions: readonly [had: number, documented: number];
}

/** What the page of the catalogue tells of. */
export interface PageContents {
  readonly coverage: readonly Coverage[];
  readonly recorded: number;
  readonly events: readonly EventModel[];
  readonly actions: readonly ActionModel[];
  readonly unknown: readonly UnknownField[];
}

/** The page `docs/catalogue.md`. */
export function cataloguePage(contents: PageContents): string {
  const { events, actions, unknown } = contents;
  return `# Catalogue

Written by \`npm run generate\`; \`npm run catalogue\` prints it. What the columns mean is in
[Typed events and actions](guide/catalogue.md).

${coverageTable(contents)}

## Events

Fields are text unless it says otherwise; \`?\` where they may be absent. Every event may also have
\`Privilege\` (list), \`ActionID\`, \`Timestamp\` (time), \`SystemName\` and \`ChanVariable\` (by channel).
\`@channel\` and \`@bridge\` stand for all fields of a snapshot, \`@channel:Dest\` for those under a prefix.

${table(['Event', 'Classes', 'Asterisk', 'Documented', 'Fields'], events.map(eventRow))}

## Actions

\`!\` marks what is required. Any action may have an \`ActionID\`, and fields that are not here.

${table(['Action', 'Asterisk', 'Documented', 'Parameters', 'Response'], actions.map(actionRow))}

## Fields of the recordings that are not here

${table(
  ['Field', 'Events', 'Reason'],
  unknown.map(({ field, events: of, reason }) => [code(field), of.map(code).join(', '), reason]),
)}
`;
}

function coverageTable({ coverage, recorded, events, actions }: PageContents): string {
  const part = ([had, all]: readonly [number, number]): string =>
    `${had} of ${all} (${Math.floor((had / all) * 100)} %)`;
  return table(
    ['', 'Events', 'Actions'],
    [
      ...coverage.map((one) => [
        `documented by Asterisk ${one.version}`,
        part(one.events),
        part(one.actions),
      ]),
      ['in the recordings', String(recorded), ''],
      ['in all', String(events.length), String(actions.length)],
    ],
  );
}

function eventRow({ name, classes, versions, isDocumented, blocks, fields }: EventModel): string[] {
  const all = [
    ...blocks.map(blockText),
    ...fields.map((field) => code(field.name) + kindText(field.kind)),
  ];
  return [code(name), classes.join(', '), versions, isDocumented ? 'yes' : 'no', all.join(', ')];
}

function actionRow({ name, versions, isDocumented, parameters, response }: ActionModel): string[] {
  return [
    code(name),
    versions,
    isDocumented ? 'yes' : 'no',
    parameters
      .map((one) => code(one.name + (one.isRequired ? '!' : '')) + kindText(one.kind))
      .join(', '),
    response.map((field) => code(field.name) + kindText(field.kind)).join(', '),
  ];
}

function blockText({ macro, prefix, isAlways }: BlockModel): string {
  return code(`@${macro}${prefix === '' ? '' : `:${prefix}`}${isAlways ? '' : '?'}`);
}

function kindText(kind: FieldKind | ParameterKind): string {
  if (typeof kind !== 'string') return ` (${kind.map(code).join(' ')})`;
  return kind === 'text' ? '' : ` ${kind}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
