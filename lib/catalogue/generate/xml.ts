import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import type { Document, Element, Node } from '@xmldom/xmldom';
import xpath from 'xpath';

/** Reads an XML file. */
export function readXml(file: string): Document {
  return new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
}

/** The elements that an XPath finds, with Asterisk's documentation as it is spelt, without prefixes. */
export function select(path: string, node: Node): Element[] {
  return xpath.select(path, node as unknown as globalThis.Node) as unknown as Element[];
}

/** An attribute's value; `undefined` if it is absent or empty. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.getAttribute(name);
  return value === null || value === '' ? undefined : value;
}

/** The child elements, with what they include in the place of each XInclude. */
export function children(element: Element, root: Document): Element[] {
  return select('./*', element).flatMap((child) => {
    if (child.localName !== 'include') return [child];
    const pointer = /^xpointer\((.*)\)$/.exec(attribute(child, 'xpointer') ?? '')?.[1];
    if (pointer === undefined)
      throw new Error(`An include without a pointer in ${element.tagName}`);
    return select(pointer.startsWith('/') ? pointer : `/${pointer}`, root);
  });
}
