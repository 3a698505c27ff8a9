// Messages for other people's parsers: every builder in every version, then their fields written anew, in every character set.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessage, rng } from '../../dist/src/index.js';
import { root } from '../systems.mjs';

const built = join(root, 'src', 'messages', 'testdata');

/** Letters that each set of table 0211 has, as far as Pipehat writes it as text; the empty name is ASCII by default. */
export const ALPHABETS = {
  '': 'abcXYZ',
  ASCII: 'abcXYZ',
  'ISO IR6': 'abcXYZ',
  'ISO IR14': 'ﾔﾏﾀﾞｱｲｳ',
  'ISO IR87': '山田太郎',
  '~ISO IR87': '山田太郎ソ表能',
  '~ISO IR159': '丂丄仐',
  '8859/1': 'äöüßéèØÅñç',
  '8859/2': 'łąężźćŘůőű',
  '8859/3': 'ĦġĥŝŭĊ',
  '8859/4': 'ĶēņšģŽ',
  '8859/5': 'ДостоевскийФё',
  '8859/6': 'عليمحد',
  '8859/7': 'αβγδΩλήώ',
  '8859/8': 'דושלומ',
  '8859/9': 'ğışİÖÜ',
  '8859/15': '€šŽœŸ',
  'UNICODE UTF-8': 'ä山田Ω𠮷ł☣ß€',
  UNICODE: 'äЖ山',
  'GB 18030-2000': '张伟丽娜国',
  'KS X 1001': '김이박최정',
  'BIG-5': '陳林黃功許',
};

const CHARSETS = Object.keys(ALPHABETS);
const PLAIN = 'abcdefghijklmnopqrstuvwxyz ABC 0123456789 .,;:-\'"()<>/%';
const DELIMITERS = '|^~\\&';

/** The messages that the builders make, byte for byte as the goldens hold them. */
export function builtMessages() {
  const names = readdirSync(built).filter((name) => name.endsWith('.hl7'));
  return names.map((name) => ({ name, bytes: readFileSync(join(built, name)) }));
}

/** `count` messages after `seed`: the n-th is always the same. */
export function* generatedMessages(count, seed) {
  const skeletons = builtMessages();
  for (let n = 0; n < count; n++) {
    const random = rng(seed, 'message', n);
    const { name, bytes } = skeletons[n % skeletons.length];
    const charset = CHARSETS[Math.floor(n / skeletons.length) % CHARSETS.length];
    yield { name: `${n} ${name} in ${charset || 'no set'}`, bytes: rewritten(bytes, charset, random) };
  }
}

/** The set is declared first: what is written then is encoded in it. */
function rewritten(bytes, charset, random) {
  const ascii = Buffer.from(bytes.toString('latin1').replace(/[\x80-\xff]/g, 'e'), 'latin1');
  const parsed = parseMessage(ascii);
  if (parsed.kind !== 'message') throw new Error('a message of ours does not parse');
  let message = parsed.message.withRaw('MSH-18', charset);
  for (let edit = 0; edit < 12; edit++) {
    const { path, isLeaf } = placeIn(message, random);
    const text = textOf(charset, random);
    message = isLeaf ? message.with(path, text) : message.withRaw(path, rawOf(charset, random));
  }
  return message.serialize();
}

/** Anywhere behind the header: a field that is there, a repetition or component more, or a field behind the last one. */
function placeIn(message, random) {
  const [, ...segments] = message.segments;
  const segment = random.pick(segments);
  const field = random.integer(1, segment.fieldCount + 2);
  const place = `${segment.name}[${segment.instance}]-${field}`;
  const isVaried = (segment.name === 'OBX' && field <= 5) || segment.name === 'QPD';
  const kind = isVaried ? 0 : random.integer(0, 3);
  if (kind === 0)
    return { path: `${segment.name === 'OBX' && field <= 5 ? `OBX[${segment.instance}]-14` : place}`, isLeaf: true };
  if (kind === 1) return { path: `${place}.${random.integer(1, 4)}`, isLeaf: true };
  if (kind === 2) return { path: `${place}[${message.repetitions(place) + 1}]`, isLeaf: true };
  return { path: place, isLeaf: false };
}

function textOf(charset, random) {
  const letters = [...PLAIN, ...ALPHABETS[charset], ...ALPHABETS[charset], ...DELIMITERS];
  return Array.from({ length: random.integer(1, 24) }, () => random.pick(letters)).join('');
}

/** Components, subcomponents and repetitions as they stand, with escapes. */
function rawOf(charset, random) {
  const letters = [
    ...ALPHABETS[charset],
    ...'abc123',
    '\\F\\',
    '\\S\\',
    '\\T\\',
    '\\R\\',
    '\\E\\',
    // Formatting, a byte, a local sequence, one that no version has, and an escape character that begins none.
    '\\.br\\',
    '\\X41\\',
    '\\Z1\\',
    '\\B\\',
    '\\q',
    '^',
    '&',
    '~',
    '^',
    '&',
    '""',
  ];
  return Array.from({ length: random.integer(1, 16) }, () => random.pick(letters)).join('');
}
