import type { Rng } from '../../base/rng.js';

/** Values that some check looks at, or that exhaust one that is careless. */
const VALUES: readonly string[] = [
  '""',
  ' ',
  ' : ',
  '-0',
  '1e999',
  '٣',
  '19000229',
  '20241399',
  '2024010203040506.12345+1460',
  '20240102+',
  '2400',
  '>^1^-^',
  '\\X0D\\\\H\\\\.sp1000\\\\Zq\\\\C2842\\\\M24213B\\\\',
  '\\E\\T\\S\\R\\F',
  '\\',
  '\\X',
  '&&&',
  '^^^^^^^^^^^^^^^^^^^^^^^^^^',
  '~',
  'A~~""~^~&',
  'CE',
  'XX',
  'OID',
  '2.16.840.1.113883.3.72.5.999999999999999999999',
  'LN^2345-7^LN',
  'UNICODE UTF-8',
  'ISO IR87',
  '8859/1~UNICODE',
  'ADT^A01^ADT_A01',
  'ORU^R01',
  '2.3',
  '2.7.1',
  '9.9',
  '\u00ef\u00bb\u00bf',
  '\u001b$B',
  '\u0000',
  '\u00ff\u00fe',
  `${'a'.repeat(10_000)}!`,
  `${'1'.repeat(5_000)}x`,
  '~'.repeat(800),
  '^&'.repeat(500),
  '\\T\\'.repeat(400),
  '1.'.repeat(2_000),
  ' '.repeat(1_000),
];

const LINES: readonly string[] = [
  'ZZZ|1',
  'ZZ',
  'FHS|^~\\&',
  'BHS|^~\\&',
  'BTS|1',
  'FTS|x',
  'MSH|^~\\&|',
  'MSH|',
  'MSH',
  '',
  ' PID|1',
  'pid|1',
  'DSC|1',
  'ADD|more',
  'OBX|1|XX|a||b',
  'OBX||||',
];

const BYTES = '\r\n|^~\\&#:;"\u0000\u000b\u001c\u001bMSHPIDOBX0129.+- [\u0081\u00fe\u00ff\u0080';

/** Text with one character for each byte. */
type Damage = (text: string, random: Rng, other: string) => string;

const DAMAGES: readonly Damage[] = [
  // Bytes: one other, one more, some less, the end lost, a part twice.
  (text, random) => spliced(text, random, 1, random.pick([...BYTES])),
  (text, random) => spliced(text, random, 0, random.pick([...BYTES])),
  (text, random) => spliced(text, random, 1, String.fromCharCode(random.integer(0, 255))),
  (text, random) => spliced(text, random, random.integer(1, 60), ''),
  (text, random) => text.slice(0, random.integer(0, text.length)),
  (text, random) => spliced(text, random, 0, random.pick([...BYTES]).repeat(random.integer(2, 600))),
  // Segments: lost, twice, often, elsewhere, two changed about, a foreign one, two made one.
  lineDamage((lines, at) => lines.splice(at, 1)),
  lineDamage((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  lineDamage((lines, at, random) => lines.splice(at, 0, ...repeated(lines[at] ?? '', random.integer(2, 40)))),
  lineDamage((lines, at, random) => lines.splice(random.integer(0, lines.length), 0, ...lines.splice(at, 1))),
  lineDamage((lines, at) => lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '')),
  lineDamage((lines, at, random) => lines.splice(at, 0, random.pick(LINES))),
  lineDamage((lines, at, random, other) => lines.splice(at, 0, random.pick(other.split('\r')))),
  lineDamage((lines, at) => lines.splice(at, 2, `${lines[at]}${lines[at + 1] ?? ''}`)),
  lineDamage((lines, at, random) => lines.splice(at, random.integer(1, 4), ...lines.slice(0, 5).reverse())),
  // Fields and their parts: another value, none, one more, one less, that of another place.
  fieldDamage((_, random) => random.pick(VALUES)),
  fieldDamage((_, random) => random.pick(VALUES)),
  fieldDamage((value, random) => [value, random.pick(VALUES)].join(random.pick(['^', '&', '~', '|', '']))),
  fieldDamage(() => ''),
  fieldDamage((value) => `|${value}`),
  fieldDamage((value) => value.slice(0, value.length / 2)),
  fieldDamage((value) => repeated(value, 40).join('~')),
  fieldDamage((value) => value.split('').reverse().join('')),
  fieldDamage((value, random) => value.replace(/\w/, () => random.pick([...BYTES]))),
  fieldDamage((value, random) => value.split('^').slice(random.integer(0, 3)).join('&')),
  // The delimiters are others, and a second message or a batch begins in the middle.
  (text, random) => text.replace(/^MSH.{0,5}/, () => `MSH${random.pick(['|^~\\&#', '|^~', '^|~\\&', '||||', '|^^~&', '#$*@!'])}`),
  (text, _, other) => `${text}\r${other}`,
  (text) => text.replaceAll('\r', '\n'),
  (text) => text.replaceAll('\r', '\r\n'),
];

function spliced(text: string, random: Rng, count: number, piece: string): string {
  const at = random.integer(0, text.length);
  return text.slice(0, at) + piece + text.slice(at + count);
}

function repeated(text: string, count: number): readonly string[] {
  return Array.from({ length: count }, () => text);
}

function lineDamage(damage: (lines: string[], at: number, random: Rng, other: string) => void): Damage {
  return (text, random, other) => {
    const lines = text.split('\r');
    damage(lines, random.integer(0, lines.length - 1), random, other);
    return lines.join('\r');
  };
}

/** The piece between two delimiters at any place of the message becomes another. */
function fieldDamage(damage: (value: string, random: Rng) => string): Damage {
  return (text, random) => {
    const delimiters = random.chance(0.7) ? '|\r' : '|^~&\r';
    const isEnd = (at: number): boolean => at < 0 || at >= text.length || delimiters.includes(text.charAt(at));
    let from = random.integer(0, Math.max(0, text.length - 1));
    let to = from;
    while (!isEnd(from - 1)) from--;
    while (!isEnd(to)) to++;
    return text.slice(0, from) + damage(text.slice(from, to), random) + text.slice(to);
  };
}

/** A message with one to four faults; `other` lends pieces. */
export function damagedMessage(message: Buffer, other: Buffer, random: Rng): Buffer {
  let text = message.toString('latin1');
  for (let hits = random.integer(1, 4); hits > 0; hits--) {
    text = random.pick(DAMAGES)(text, random, other.toString('latin1'));
  }
  return Buffer.from(text, 'latin1');
}
