import { defineFault } from './definition.js';
import { editFirst, instead, withLines } from './edit-bytes.js';
import { choice, count } from './parameter.js';

const BOMB =
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>';

const inName = (text: string) => (raw: Buffer) => editFirst(raw, 'PID', 5, (family) => `${text}${family}`);

const FORMS: Readonly<Record<Variant, (raw: Buffer, size: number) => Buffer>> = {
  html: inName('<script>alert(1)</script>'),
  sql: inName("Robert'); DROP TABLE patients;--"),
  format: inName('%s%n%x{0}'),
  nul: inName('A\0B'),
  'hex-nul': inName('A\\X00\\B'),
  repetitions: (raw, size) => withLines(raw, `ZPH|${'a~'.repeat(size)}a`),
  subcomponents: (raw, size) => withLines(raw, `ZPH|${'a&'.repeat(size)}a`),
  xml: () => Buffer.from(BOMB),
};

const VARIANTS = ['html', 'sql', 'format', 'nul', 'hex-nul', 'repetitions', 'subcomponents', 'xml'] as const;
type Variant = (typeof VARIANTS)[number];

/** S35: content that is meant to do harm. Right is to refuse it or to keep it as text, and to stay up. */
export const hostileContent = defineFault({
  name: 'hostile-content',
  says: 'the message holds HTML, SQL, format strings, NUL, XML entities, or a flood of repetitions',
  parameters: {
    variant: choice(VARIANTS, 'what it holds'),
    size: count(100_000, 'with repetitions and subcomponents: how many'),
  },
  make: ({ variant, size }) => instead('hostile-content', (raw) => FORMS[variant](raw, size)),
});
