import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FINDINGS_FORMATS } from '../../reports/findings/index.js';
import { parseMessage } from '../hl7/parse.js';
import { Folder } from './testdata/folder.js';
import { validated } from './testdata/validated.js';
import { shapeOf, shapeOfLine } from './validate/shape.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

/** A message in which as much as possible is wrong, so that findings quote it. */
const MESSAGE = [
  'MSH|^~\\&|SENDAPP|SENDFAC|RECVAPP|RECVFAC|20250101080000.77777+9900||ADT^A01^ADT_A09|CONTROL4711|T|2.5.1||||||UTF-8',
  'EVN|A01|2025Q101080000',
  'PID|x1||7000001^^^PHGH&1.2.x^MRN~999-66-1234^^^SSA^SS||O\\T\\Brien-Grün^AMELIA^\\Qmiddle\\^^^^LEGAL||19702301|Female|||12 Elm Street^^Springfield^IL^62701||^PRN^PH^^1^555^5551234',
  'NK1|1|KINNAME^FIRSTKIN|UNCLE|SAMEROAD 7',
  'PV1|1|Inpatientclass|4WEST^401^BEDONE^PHGH||||DOCID^WELBY^MARCUS',
  'OBX|1|NM|8867-4^Heart rate^LN||eightynine|bpmunit|||||F|||2025023008',
  'OBX|2|XX|WEIRDCODE^weird text^WEIRDSYS||SECRETRESULT||||||Final',
  'ZZZ|zsegment|anything at all',
  'AL1|1|DRUGTYPE|PENICODE^Penicillin^WEIRDSYS|SEVERELY|RASHES',
];

/** Every field, component and subcomponent that redaction would change. */
function values(): readonly string[] {
  const all = MESSAGE.flatMap((line) => {
    const fields = line.split('|').slice(line.startsWith('MSH') ? 2 : 1);
    return fields.flatMap((field) => [field, ...field.split(/[~^&]/)]);
  });
  return [...new Set(all)].filter((value) => value.length >= 3 && shapeOf(value) !== value);
}

describe('no output holds a value of the message', () => {
  it.each(FINDINGS_FORMATS.map(({ name }) => name))('as %s', async (format) => {
    const source = folder.file('in/WELBY-7000001.hl7', Buffer.from(`${MESSAGE.join('\r')}\r`));
    const shown = await validated([source], { format, redact: true });
    const open = await validated([source], { format });
    const known = open.text.length;
    expect(known).toBeGreaterThan(500);
    // The page brings style and script of its own, and the names of fields.
    const text = shown.text.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').replaceAll(/HL7-2\.5\.1-ADT_A01/g, '');
    const leaked = values().filter((value) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${escaped(value)}(?![\\p{L}\\p{N}])`, 'u').test(text),
    );
    expect(leaked.filter((value) => !OUR_WORDS.includes(value))).toEqual([]);
  });

  it('nor a baseline', async () => {
    const source = folder.file('a.hl7', Buffer.from(`${MESSAGE.join('\r')}\r`));
    const baseline = join(folder.path, 'b.yaml');
    await validated([source], { redact: true, baseline, updateBaseline: true });
    const text = readFileSync(baseline, 'utf8');
    expect(values().filter((value) => value.length > 5 && text.includes(value))).toEqual([]);
  });
});

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Versions, codes of tables and words of ours that happen to be values too. */
const OUR_WORDS = ['2.5.1', 'A01', 'UTF-8'];

describe('the shape of a value', () => {
  it.each([
    ['GREEN', 'XXXXX'],
    ['Grün', 'Xxxx'],
    ['555-1234', '999-9999'],
    ['a b', 'x x'],
    ['山田', 'xx'],
    ['𝒜b', 'XXx'],
    ['A\\T\\B', 'X\\T\\X'],
    ['one\\.br\\two', 'xxx\\.br\\xxx'],
    ['\\Zsecret\\', '\\Xxxxxxx\\'],
    ['\\X414243\\', '\\X999999\\'],
    ['""', '""'],
    ['', ''],
  ])('%s is %s', (value, shape) => {
    expect(shapeOf(value)).toBe(shape);
    expect(shape.length).toBe(value.length);
  });

  it('leaves segment names and delimiters', () => {
    expect(shapeOfLine('PID|1||a^b~c')).toBe('PID|9||x^x~x');
    expect(shapeOfLine('MSH|^~\\&|APP|FAC')).toBe('MSH|^~\\&|XXX|XXX');
    expect(shapeOfLine('no segment')).toBe('xx xxxxxxx');
  });

  it('keeps a message readable', () => {
    const text = MESSAGE.map(shapeOfLine).join('\r');
    expect(parseMessage(Buffer.from(text)).kind).toBe('message');
  });
});
