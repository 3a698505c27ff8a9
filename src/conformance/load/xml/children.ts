import { doubt, type Reading, refuse } from './reading.js';
import type { XmlElement } from './xml-element.js';

export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function firstChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The first child of that name; without one an error. */
export function requiredChild(reading: Reading, element: XmlElement, name: string): XmlElement | undefined {
  const child = firstChild(element, name);
  if (child === undefined) {
    refuse(reading, element, 'missing-element', `<${element.name}> has no <${name}>`, `Put a <${name}> into it.`);
  }
  return child;
}

/** Names a child that nobody reads: a typing error, or something of a newer format. */
export function warnOfOthers(reading: Reading, element: XmlElement, ...known: readonly string[]): void {
  for (const child of element.children) {
    if (!known.includes(child.name)) warnOfUnread(reading, child, element, `<${element.name}> has ${list(known)}.`);
  }
}

export function warnOfUnread(reading: Reading, child: XmlElement, parent: XmlElement, remedy: string): void {
  const message = `<${child.name}> in <${parent.name}> is not known and has no effect`;
  doubt(reading, child, 'unknown-element', message, remedy);
}

/** The first of several sections counts, as for the reference; the others are named. */
export function onlySection(reading: Reading, element: XmlElement, name: string): XmlElement | undefined {
  const [first, ...others] = childrenNamed(element, name);
  for (const other of others) {
    const message = `this second <${name}> in <${element.name}> has no effect`;
    doubt(
      reading,
      other,
      'ignored-section',
      message,
      `Move its content into the first <${name}>, line ${first?.line}.`,
    );
  }
  return first;
}

/** The element's own text, '' without an element; line breaks and indentation of the file are not part of it. */
export function textOf(element: XmlElement | undefined): string {
  return element?.text.trim().replaceAll(/\s+/g, ' ') ?? '';
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'no elements' : names.map((name) => `<${name}>`).join(', ');
}
