/** An element to be written: attributes without a value are left out. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (XmlNode | string)[];
}

export function xml(name: string, attributes: XmlNode['attributes'] = {}, children: XmlNode['children'] = []): XmlNode {
  return { name, attributes, children };
}

/** The text of a document, indented by two. An element with text in it stands on one line. */
export function xmlText(root: XmlNode): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  append(lines, root, '');
  return `${lines.join('\n')}\n`;
}

function append(lines: string[], node: XmlNode, indent: string): void {
  const start = `${indent}<${node.name}${attributesText(node)}`;
  const text = node.children.every((child) => typeof child === 'string') ? node.children.join('') : undefined;
  if (node.children.length === 0) lines.push(`${start}/>`);
  else if (text !== undefined) lines.push(`${start}>${escaped(text)}</${node.name}>`);
  else {
    lines.push(`${start}>`);
    for (const child of node.children) {
      if (typeof child === 'string') lines.push(`${indent}  ${escaped(child)}`);
      else append(lines, child, `${indent}  `);
    }
    lines.push(`${indent}</${node.name}>`);
  }
}

function attributesText({ attributes }: XmlNode): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`))
    .join('');
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Line ends as references, since a reader makes spaces of them in attributes. What XML cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/[&<>\n\r\t]/g, (character) => REFERENCES[character] ?? '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
