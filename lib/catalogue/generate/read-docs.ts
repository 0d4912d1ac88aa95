import path from 'node:path';
import type { Document, Element } from '@xmldom/xmldom';
import { snapshotMacros } from './snapshot-macros.js';
import type { SnapshotMacros } from './snapshot-macros.js';
import { attribute, children, descendants, readXml, select } from './xml.js';

/** A field of an event, or a parameter of an action, as Asterisk documents it. */
export interface FieldFacts {
  readonly name: string;
  /** Where the documentation says either. */
  readonly required?: boolean;
  /** The values that it lists. */
  readonly words: readonly string[];
}

/** A block of fields under one prefix, such as that of the other channel. */
interface SnapshotFacts {
  readonly macro: string;
  readonly prefix: string;
}

/** An action or an event, as Asterisk documents it. */
export interface EntryFacts {
  readonly name: string;
  /** Absent in Asterisk 16. */
  readonly module: string | undefined;
  /** Of an event: its classes, such as `call`. */
  readonly classes: readonly string[];
  readonly fields: readonly FieldFacts[];
  readonly snapshots: readonly SnapshotFacts[];
}

/** What one version of Asterisk documents. */
export interface Docs {
  readonly actions: readonly EntryFacts[];
  readonly events: readonly EntryFacts[];
  readonly macros: SnapshotMacros;
}

/** Reads the documentation that an installation carries, from its folder `documentation`. */
export function readDocs(folder: string): Docs {
  const root = readXml(path.join(folder, 'core-en_US.xml'));
  const macros = snapshotMacros(readXml(path.join(folder, 'appdocsxml.xslt')));
  const entry = (element: Element, body: Element): EntryFacts => ({
    name: attribute(element, 'name') ?? '',
    module: attribute(element, 'module'),
    classes: classesOf(body),
    ...syntaxOf(body, root, macros),
  });
  return {
    actions: descendants('manager', root).map((action) => entry(action, action)),
    // Also those within the responses of actions: the entries of their lists.
    events: descendants('managerEvent', root).flatMap((event) =>
      select('./managerEventInstance', event).map((instance) => entry(event, instance)),
    ),
    macros,
  };
}

function classesOf(instance: Element): string[] {
  return [...(attribute(instance, 'class') ?? '').matchAll(/EVENT_FLAG_(\w+)/g)].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
}

function syntaxOf(
  body: Element,
  root: Document,
  macros: SnapshotMacros,
): Pick<EntryFacts, 'fields' | 'snapshots'> {
  const elements = select('./syntax', body).flatMap((syntax) => children(syntax, root));
  return {
    fields: elements
      .filter(({ localName }) => localName === 'parameter')
      .map((parameter) => fieldOf(parameter, root)),
    snapshots: elements
      .filter(({ localName }) => macros.has(localName ?? ''))
      .map((element) => ({
        macro: element.localName ?? '',
        prefix: attribute(element, 'prefix') ?? '',
      })),
  };
}

function fieldOf(parameter: Element, root: Document): FieldFacts {
  const required = attribute(parameter, 'required');
  const lists = children(parameter, root).filter(({ localName }) => localName === 'enumlist');
  return {
    name: attribute(parameter, 'name') ?? '',
    ...(required !== undefined && { required: required === 'true' }),
    words: lists
      .flatMap((list) => children(list, root))
      .map((word) => attribute(word, 'name') ?? '')
      .filter((word) => word !== ''),
  };
}
