import { SaxesParser } from 'saxes';
import type { ProfileDefect } from '../../model/defect.js';
import type { SourcePlace } from '../../model/source-place.js';
import { decodeXml } from './decode-xml.js';
import { TextPosition } from './text-position.js';
import type { XmlDocument, XmlElement } from './xml-element.js';

/** How much of a document is read at all; a profile of today has 2 MB, 13,000 elements and 40 levels. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
}

export const XML_LIMITS: XmlLimits = { bytes: 64 * 1024 * 1024, depth: 64, elements: 2_000_000 };

export type ParsedXml =
  | { readonly kind: 'document'; readonly document: XmlDocument }
  | { readonly kind: 'refused'; readonly defect: ProfileDefect };

interface OpenElement extends XmlElement {
  children: XmlElement[];
  text: string;
}

/** Why reading stops; thrown and caught in this file only, since the parser has no other way to be stopped. */
class Refusal extends Error {
  readonly code: string;
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

/**
 * Reads an XML document into a tree of elements with their places. Entities other than XML's own five and a document type
 * are refused, so that nothing is fetched and nothing expands; size, depth and number of elements have limits.
 */
export function parseXml(file: string, bytes: Uint8Array, limits: XmlLimits = XML_LIMITS): ParsedXml {
  if (bytes.byteLength > limits.bytes) {
    return refused({ file }, tooLarge(bytes.byteLength, limits));
  }
  const decoded = decodeXml(bytes);
  if (decoded.kind === 'undecodable') {
    const place = decoded.text === '' ? { file, line: 1, column: 1 } : placeIn(file, decoded.text, decoded.offset);
    return refused(place, new Refusal('xml-encoding', decoded.message, decoded.remedy));
  }
  return parseText(file, decoded.text, limits);
}

function parseText(file: string, text: string, limits: XmlLimits): ParsedXml {
  const parser = new SaxesParser({ xmlns: false, position: false });
  try {
    return { kind: 'document', document: { file, root: readTree(parser, text, limits) } };
  } catch (error) {
    return refused(placeIn(file, text, Math.max(0, parser.position - 1)), asRefusal(error));
  }
}

function readTree(parser: SaxesParser<{ xmlns: false; position: false }>, text: string, limits: XmlLimits): XmlElement {
  const position = new TextPosition(text);
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  parser.on('doctype', () => {
    throw documentType();
  });
  parser.on('opentagstart', (tag) => {
    if (++count > limits.elements) throw tooMany(limits);
    if (open.length >= limits.depth) throw tooDeep(limits);
    position.moveTo(text.lastIndexOf('<', parser.position - 2));
    const element: OpenElement = {
      name: localName(tag.name),
      // The parser fills this very object before the element's children come.
      attributes: tag.attributes as Record<string, string>,
      children: [],
      text: '',
      line: position.line,
      column: position.column,
    };
    root ??= element;
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (more: string): void => {
    const element = open.at(-1);
    if (element !== undefined && more.trim() !== '') element.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  if (root === undefined) throw new Refusal('xml-malformed', 'the file has no element', 'Restore the file.');
  return root;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const reason = error instanceof Error ? error.message.replace(/^(undefined:)?(\d+:\d+: )?/, '') : String(error);
  return new Refusal(
    'xml-malformed',
    `the file is not well-formed XML: ${reason}`,
    'Correct it here, or export it again.',
  );
}

function documentType(): Refusal {
  return new Refusal(
    'xml-doctype',
    'the file has a document type declaration; it could fetch files or grow without end, so it is refused',
    'Take out <!DOCTYPE ...> together with its entities: profiles need neither.',
  );
}

function tooDeep(limits: XmlLimits): Refusal {
  return new Refusal('xml-too-deep', `elements are nested deeper than ${limits.depth}`, 'Split the nested rule.');
}

function tooMany(limits: XmlLimits): Refusal {
  return new Refusal('xml-too-large', `the file has more than ${limits.elements} elements`, 'Split the file.');
}

function tooLarge(bytes: number, limits: XmlLimits): Refusal {
  const message = `the file has ${bytes} bytes; at most ${limits.bytes} are read`;
  return new Refusal('xml-too-large', message, 'Split the file: value sets may stand in several.');
}

function placeIn(file: string, text: string, offset: number): SourcePlace {
  const position = new TextPosition(text);
  position.moveTo(offset);
  return { file, line: position.line, column: position.column };
}

function refused(place: SourcePlace, { code, message, remedy }: Refusal): ParsedXml {
  return { kind: 'refused', defect: { severity: 'error', code, place, message, remedy } };
}
