import type { CodeEntry } from './finding-code.js';

const MEMBER = { section: 'value-set', category: 'Code Not Found' } as const;
const SINGLE = { section: 'value-set', category: 'Single Code Failure', nist: 'Error', pipehat: 'Error' } as const;

/**
 * Codes of value sets. The strength of the binding changes some classifications: R makes what is not found an Error, S makes
 * the Errors Alerts.
 */
export const VALUE_SET_CODES = {
  'code-not-found': {
    ...MEMBER,
    nist: 'Alert',
    pipehat: 'Alert',
    meaning: 'The code is in none of the value sets that are bound.',
  },
  'code-system-wrong': {
    ...MEMBER,
    nist: 'Alert',
    pipehat: 'Alert',
    meaning: 'The value set holds the code, but of another code system than the message says.',
  },
  'code-system-missing': {
    ...MEMBER,
    nist: 'Error',
    pipehat: 'Error',
    meaning: 'The value set holds the code, but the message does not say of which code system it is.',
  },
  'code-excluded': {
    section: 'value-set',
    category: 'EVS',
    nist: 'Error',
    pipehat: 'Error',
    meaning: 'The value set lists the code as excluded (usage E): it must not be sent.',
  },
  'code-permitted': {
    section: 'value-set',
    category: 'PVS',
    nist: 'Alert',
    pipehat: 'Informational',
    meaning: 'The value set lists the code as permitted (usage P), not as required.',
  },
  'code-permitted-in-closed-set': {
    section: 'value-set',
    category: 'VS Error',
    nist: 'Alert',
    pipehat: 'Alert',
    meaning: 'The code is only permitted (usage P), although the value set is closed: the profile contradicts itself.',
  },
  'code-member': {
    section: 'value-set',
    category: 'RVS',
    nist: 'Affirmative',
    pipehat: 'Affirmative',
    meaning: 'The code is in the value set.',
  },
  'code-usage-missing': {
    section: 'value-set',
    category: 'No Code Usage',
    nist: 'Alert',
    pipehat: 'Informational',
    meaning: 'The code is in the value set, which does not say whether it is required, permitted or excluded.',
  },
  'code-listed-twice': {
    section: 'value-set',
    category: 'Duplicate Code',
    nist: 'Specification Error',
    pipehat: 'Validation Notes',
    meaning: 'The value set lists the code more than once.',
  },
  'code-in-several-sets': {
    section: 'value-set',
    category: 'Duplicate Code',
    nist: 'Specification Error',
    pipehat: 'Validation Notes',
    meaning: 'Several of the value sets that are bound hold the code.',
  },
  'code-at-two-places': {
    section: 'value-set',
    category: 'Coded Element',
    nist: 'Error',
    pipehat: 'Error',
    meaning: 'Codes at two places of one element, of which one is allowed, come from the same value set.',
  },
  'value-set-dynamic': {
    section: 'value-set',
    category: 'Dynamic Value Set',
    nist: 'Alert',
    pipehat: 'Validation Notes',
    meaning: 'The value set is dynamic: its copy in the profile may be older than its content today.',
  },
  'value-set-not-found': {
    section: 'value-set',
    category: 'VS Not Found',
    nist: 'Specification Error',
    pipehat: 'Specification Error',
    meaning: 'A value set is bound that the profile does not define.',
  },
  'value-set-empty': {
    section: 'value-set',
    category: 'Empty VS',
    nist: 'Alert',
    pipehat: 'Alert',
    meaning: 'A value set is bound that has no codes, so that nothing can be checked.',
  },
  'value-set-incomplete': {
    section: 'value-set',
    category: 'Value Set Not Enumerated',
    nist: 'Alert',
    pipehat: 'Alert',
    meaning: 'The code is not among those listed of a value set that is not listed in full: it cannot be judged.',
  },
  'value-set-excluded': {
    section: 'value-set',
    category: 'Excluded From Validation',
    nist: 'Validation Notes',
    pipehat: 'Validation Notes',
    meaning: 'The profile lists the value set as not to be validated.',
  },
  'binding-strength-undetermined': {
    section: 'value-set',
    category: 'Undetermined Binding Strength',
    nist: 'Alert',
    pipehat: 'Alert',
    meaning: 'The strength of the binding is undetermined (U), so that nothing is checked.',
  },
  'binding-several-sets': {
    section: 'value-set',
    category: 'Value Set Binding Spec Error',
    nist: 'Specification Error',
    pipehat: 'Specification Error',
    meaning: 'Several value sets are bound to an element without components (mode nist only).',
  },
  'binding-location': {
    section: 'value-set',
    category: 'Binding Location',
    nist: 'Specification Error',
    pipehat: 'Specification Error',
    meaning: 'Where the binding looks for the code or its system is not one simple element.',
  },
  'single-code-wrong': { ...SINGLE, meaning: 'Another code than the only one that is allowed.' },
  'single-code-system-wrong': { ...SINGLE, meaning: 'The code that is demanded, of another code system.' },
  'single-code-system-missing': { ...SINGLE, meaning: 'The code that is demanded, without its code system.' },
  'single-code-at-two-places': { ...SINGLE, meaning: 'The code that is demanded stands at more than one place.' },
  'single-code-member': {
    section: 'value-set',
    category: 'Single Code Success',
    nist: 'Affirmative',
    pipehat: 'Affirmative',
    meaning: 'The code that is demanded is there.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;

export type ValueSetFindingCode = keyof typeof VALUE_SET_CODES;
