import { describe, expect, it } from 'vitest';
import { parseXml, XML_LIMITS } from './parse-xml.js';
import type { XmlElement } from './xml-element.js';

function root(bytes: Uint8Array | string): XmlElement {
  const parsed = parseXml('a.xml', typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  if (parsed.kind === 'document') return parsed.document.root;
  throw new Error(parsed.defect.message);
}

function refusal(bytes: Uint8Array | string, limits = XML_LIMITS): string {
  const parsed = parseXml('a.xml', typeof bytes === 'string' ? Buffer.from(bytes) : bytes, limits);
  if (parsed.kind === 'document') return 'accepted';
  const { code, place } = parsed.defect;
  return `${code} ${place.line}:${place.column}`;
}

describe('elements', () => {
  it('have names, attributes, text, children and places', () => {
    const tree = root(
      '<?xml version="1.0"?>\n<!-- x -->\r\n<p:a k="1 &lt; &#x41;&quot;"\n>t&amp;<b/>\r  <c><![CDATA[<d>]]></c> </p:a>',
    );
    expect(tree).toMatchObject({ name: 'a', attributes: { k: '1 < A"' }, text: 't&', line: 3, column: 1 });
    expect(tree.children.map(({ name, line, column }) => [name, line, column])).toEqual([
      ['b', 4, 8],
      ['c', 5, 3],
    ]);
    expect(tree.children[1]?.text).toBe('<d>');
  });

  it('have no text of white space', () => {
    expect(root('<a>\n \t</a>').text).toBe('');
  });
});

describe('encodings', () => {
  const text = '<a k="Zürich €"/>';
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${text.replace(' €', '')}`;
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16LE without a mark', Buffer.from(text, 'utf16le')],
  ])('%s', (_, bytes) => {
    expect(root(bytes).attributes['k']).toBe('Zürich €');
  });

  it.each(['ISO-8859-1', 'windows-1252'])('%s as declared', (encoding) => {
    expect(root(Buffer.from(declared(encoding), 'latin1')).attributes['k']).toBe('Zürich');
  });

  it('show where bytes are wrong, and accept the replacement character itself', () => {
    expect(refusal(Buffer.concat([Buffer.from('<a>\n  '), Buffer.from([0xff]), Buffer.from('</a>')]))).toBe(
      'xml-encoding 2:3',
    );
    expect(root('<a>\ufffd</a>').text).toBe('\ufffd');
  });

  it('other than these are refused', () => {
    expect(refusal(declared('EBCDIC-CP-US'))).toBe('xml-encoding 1:1');
  });
});

describe('what is refused', () => {
  it.each([
    ['an empty file', '', 'xml-malformed 1:1'],
    ['no XML', 'PK\u0003', 'xml-malformed 1:3'],
    ['an open element', '<a>\n<b>', 'xml-malformed 2:3'],
    ['crossed elements', '<a>\n <b></a>', 'xml-malformed 2:8'],
    ['two roots', '<a/>\n<b/>', 'xml-malformed 2:3'],
    ['an attribute twice', '<a k="1" k="2"/>', 'xml-malformed 1:16'],
    ['an unknown entity', '<a>&who;</a>', 'xml-malformed 1:8'],
    ['a document type', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'xml-doctype 1:40'],
    [
      'an entity bomb',
      `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(9)}">\n<!ENTITY c "&b;&b;">]><a>&c;</a>`,
      'xml-doctype 2:22',
    ],
  ])('%s', (_, text, expected) => {
    expect(refusal(text)).toBe(expected);
  });

  it('too deep, too long, too many', () => {
    expect(refusal('<a>'.repeat(64) + '</a>'.repeat(64))).toBe('accepted');
    expect(refusal('<a>'.repeat(65) + '</a>'.repeat(65))).toBe('xml-too-deep 1:195');
    expect(refusal('<a><b/><b/></a>', { ...XML_LIMITS, elements: 3 })).toBe('accepted');
    expect(refusal('<a><b/><b/><b/></a>', { ...XML_LIMITS, elements: 3 })).toBe('xml-too-large 1:14');
    expect(refusal('<a/>', { ...XML_LIMITS, bytes: 3 })).toBe('xml-too-large undefined:undefined');
  });
});
