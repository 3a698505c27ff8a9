import type { CodeEntry } from './finding-code.js';

const FAILED = { section: 'content', category: 'Co-Constraint', nist: 'Error', pipehat: 'Error' } as const;
const UNDECIDABLE = {
  section: 'content',
  category: 'Co-Constraint Spec Error',
  nist: 'Specification Error',
  pipehat: 'Specification Error',
} as const;

export const CO_CONSTRAINT_CODES = {
  'co-constraint-required': {
    ...FAILED,
    meaning: 'No segment is what a required row of a co-constraint table demands.',
  },
  'co-constraint-cardinality': {
    ...FAILED,
    meaning: 'More or fewer segments than a row of a co-constraint table allows.',
  },
  'co-constraint-group-required': { ...FAILED, meaning: 'No segment begins a required co-constraint group.' },
  'co-constraint-group-cardinality': { ...FAILED, meaning: 'More or fewer co-constraint groups than are allowed.' },
  'co-constraint-text': { ...FAILED, meaning: 'The row of a co-constraint table demands another text here.' },
  'co-constraint-code': { ...FAILED, meaning: 'The row of a co-constraint table demands another code here.' },
  'co-constraint-code-system': { ...FAILED, meaning: 'The code that the row demands, of another code system.' },
  'co-constraint-code-system-missing': {
    ...FAILED,
    meaning: 'The code that the row demands, without its code system.',
  },
  'co-constraint-value-set': { ...FAILED, meaning: 'The row demands a code of a value set, and this is none.' },
  'co-constraint-group-id': { ...FAILED, meaning: 'A segment of its own shares its group id with others.' },
  'co-constraint-recommended': {
    section: 'content',
    category: 'Co-Constraint',
    nist: 'Informational',
    pipehat: 'Informational',
    meaning: 'No segment is what a recommended row (usage S) of a co-constraint table describes.',
  },
  'co-constraint-met': {
    section: 'content',
    category: 'Co-Constraint',
    nist: 'Affirmative',
    pipehat: 'Affirmative',
    meaning: 'The element is what the row of a co-constraint table demands.',
  },
  'co-constraint-cell': { ...UNDECIDABLE, meaning: 'A cell of a co-constraint table cannot be looked up here.' },
  'co-constraint-binding': { ...UNDECIDABLE, meaning: 'The value set binding of a cell cannot be applied here.' },
  'co-constraint-condition': { ...UNDECIDABLE, meaning: 'Whether the co-constraint table holds cannot be decided.' },
  'co-constraint-segments': {
    ...UNDECIDABLE,
    meaning: 'The path to the segments of a co-constraint table leads nowhere.',
  },
  'co-constraint-context': { ...UNDECIDABLE, meaning: 'The path to the context of co-constraints leads nowhere.' },
  'co-constraint-not-a-group': {
    ...UNDECIDABLE,
    meaning: 'The context of co-constraints is neither message nor group.',
  },
  'co-constraint-not-a-segment': {
    ...UNDECIDABLE,
    meaning: 'A co-constraint table is about something that is no segment.',
  },
  'co-constraint-group-id-path': { ...UNDECIDABLE, meaning: 'The path to the group id leads to no simple element.' },
} as const satisfies Readonly<Record<string, CodeEntry>>;

export type CoConstraintFindingCode = keyof typeof CO_CONSTRAINT_CODES;
