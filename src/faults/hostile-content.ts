import { defineFault } from './definition.js';
import { editFirst, instead, withLines } from './edit-bytes.js';
import { choice, count } from './parameter.js';

/** Ten entities, each ten times the one before: a kilobyte that a careless reader makes ten gigabytes of. */
const BOMB = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "bbbbbbbbbb">${Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`,
).join('')}]><a>&e9;</a>`;

const inName = (text: string) => (raw: Buffer) => editFirst(raw, 'PID', 5, (family) => `${text}${family}`);

const FORMS: Readonly<Record<Variant, (raw: Buffer, size: number) => Buffer>> = {
  html: inName('<script>alert(1)</script>'),
  sql: inName("Robert'); DROP TABLE patients;--"),
  format: inName('%s%n%x{0}'),
  nul: inName('A\0B'),
  'hex-nul': inName('A\\X00\\B'),
  'hidden-delimiters': inName('A\\F\\B\\S\\C\\T\\D\\R\\E\\E\\X7C\\E\\F'),
  'over-long': (raw, size) => inName('A'.repeat(size))(raw),
  repetitions: (raw, size) => withLines(raw, `ZPH|${'a~'.repeat(size)}a`),
  subcomponents: (raw, size) => withLines(raw, `ZPH|${'a&'.repeat(size)}a`),
  xml: () => Buffer.from(BOMB),
};

const VARIANTS = [
  'html',
  'sql',
  'format',
  'nul',
  'hex-nul',
  'hidden-delimiters',
  'over-long',
  'repetitions',
  'subcomponents',
  'xml',
] as const;
type Variant = (typeof VARIANTS)[number];

/** S35: content that is meant to do harm. Right is to refuse it or to keep it as text, and to stay up. */
export const hostileContent = defineFault({
  name: 'hostile-content',
  says: 'the message holds HTML, SQL, format strings, NUL, escapes that hide delimiters, XML entities, or a flood of repetitions',
  parameters: {
    variant: choice(VARIANTS, 'what it holds'),
    size: count(100_000, 'with repetitions and subcomponents: how many; with over-long: characters of the name'),
  },
  make: ({ variant, size }) => instead('hostile-content', (raw) => FORMS[variant](raw, size)),
});
