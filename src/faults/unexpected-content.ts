import { defineFault } from './definition.js';
import { editField, instead, separatorOf, withLines } from './edit-bytes.js';
import { choice, count } from './parameter.js';

type Form = (raw: Buffer, many: number) => Buffer;

const behind =
  (text: (n: number) => string) =>
  (many: number): string =>
    Array.from({ length: many }, (_, n) => text(n + 1)).join('');

const FORMS: Readonly<Record<'segment' | 'field' | 'repetition' | 'component', Form>> = {
  segment: (raw, many) => withLines(raw, ...Array.from({ length: many }, (_, n) => `ZPH|${n + 1}|site`)),
  field: (raw, many) => editField(raw, 'PID', 60, () => behind(() => `${separatorOf(raw)}more`)(many)),
  repetition: (raw, many) =>
    editField(raw, 'PID', 13, (phone) => phone + behind((n) => `~(555) 555-01${(n % 90) + 10}`)(many)),
  component: (raw, many) => editField(raw, 'PID', 8, (sex) => sex + behind(() => '^more')(many)),
};

/** S22: what nobody has agreed on. A receiver ignores segments, fields, repetitions and components that it does not expect. */
export const unexpectedContent = defineFault({
  name: 'unexpected-content',
  says: 'the message has segments, fields, repetitions or components that nobody expects',
  parameters: {
    kind: choice(['segment', 'field', 'repetition', 'component'], 'ZPH segments, or what is too much in PID'),
    count: count(1, 'how many'),
  },
  make: ({ kind, count: many }) => instead('unexpected-content', (raw) => FORMS[kind](raw, many)),
});
