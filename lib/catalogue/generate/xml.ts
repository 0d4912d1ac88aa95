import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import type { Document, Element, Node } from '@xmldom/xmldom';
import xpath from 'xpath';

/** Reads an XML file. */
export function readXml(file: string): Document {
  return new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
}

/** The elements that an XPath finds. */
export function select(path: string, node: Node): Element[] {
  return xpath.select(path, node as unknown as globalThis.Node) as unknown as Element[];
}

/** All elements of that name, in the order of the document; an XPath would sort them, slowly. */
export function descendants(name: string, root: Document): Element[] {
  return Array.from(root.getElementsByTagName(name));
}

/** An attribute's value; `undefined` if it is absent or empty. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.getAttribute(name);
  return value === null || value === '' ? undefined : value;
}

/** The child elements, with what they include in the place of each XInclude. */
export function children(element: Element, root: Document): Element[] {
  return Array.from(element.childNodes)
    .filter(isElement)
    .flatMap((child) => (child.localName === 'include' ? included(child, root) : [child]));
}

const pointer = /^xpointer\(\/?docs\/(\w+)\[@name='([^']+)'\]\/?(.*)\)$/;

/** The beginning of a pointer is looked up by hand, since an XPath would sort all there is. */
function included(include: Element, root: Document): Element[] {
  const [, kind = '', name, rest = ''] = pointer.exec(attribute(include, 'xpointer') ?? '') ?? [];
  if (name === undefined) throw new Error('An include has a pointer of another kind');
  const found = entriesOf(root).get(`${kind} ${name}`) ?? [];
  return found.flatMap((one) => (rest === '' ? [one] : select(rest, one)));
}

const entries = new WeakMap<Document, Map<string, Element[]>>();

/** What stands at the top level, by kind and name. */
function entriesOf(root: Document): Map<string, Element[]> {
  let byName = entries.get(root);
  if (byName !== undefined) return byName;
  entries.set(root, (byName = new Map<string, Element[]>()));
  for (const child of Array.from(root.documentElement?.childNodes ?? [])) {
    if (!isElement(child)) continue;
    const key = `${child.localName ?? ''} ${attribute(child, 'name') ?? ''}`;
    byName.set(key, [...(byName.get(key) ?? []), child]);
  }
  return byName;
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}
