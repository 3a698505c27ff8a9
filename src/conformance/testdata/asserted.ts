import type { Assertion } from '../model/assertion.js';
import type { Profile } from '../model/profile.js';
import { type Attachment, type ConformanceStatement, NO_RULES, type RuleSet } from '../model/rule.js';
import { type Mode, nistMode, pipehatMode } from '../mode.js';
import { compilePlan } from '../plan/compile.js';
import type { RuleFunctions } from '../rule-function.js';
import { Validator } from '../validate.js';
import { HEADER } from './judged.js';
import { type Parts, type SmallProfile, smallProfile } from './small-profile.js';

/** Observations with a field of each type: 3 CE, 5 ST, 6 NM, 7 DT, 8 TM, 9 DTM, 11 NM, 12 CX, 13 CE, 14 HD of HD. */
export const OBSERVATIONS: SmallProfile = {
  structure: 'MSH [PID] {OBX}',
  fields: {
    PID: [{}, {}, { datatype: 'CX' }, {}, {}],
    OBX: [
      { datatype: 'SI' },
      {},
      { datatype: 'CE' },
      {},
      {},
      { datatype: 'NM' },
      { datatype: 'DT' },
      { datatype: 'TM' },
      { datatype: 'DTM' },
      { datatype: 'FT' },
      { datatype: 'NM' },
      { datatype: 'CX' },
      { datatype: 'CE' },
      { datatype: 'ST' },
    ],
  },
};

export const ON_OBX: Attachment = { kind: 'segment', by: 'name', value: 'OBX' };

export function statement(assertion: Assertion, more: Partial<ConformanceStatement> = {}): ConformanceStatement {
  return { kind: 'statement', id: 'S-1', description: 'what is demanded', assertion, ...more };
}

/** The observations with these rules. */
export function ruled(rules: Partial<RuleSet>, more: Partial<Profile> = {}): SmallProfile {
  return { ...OBSERVATIONS, profile: { ...more, rules: { ...NO_RULES, ...rules } } };
}

export interface Asserting {
  readonly mode?: Mode;
  readonly on?: Attachment;
  readonly profile?: Partial<Profile>;
  readonly functions?: RuleFunctions;
  readonly header?: string;
  readonly fields?: Parts;
}

/** What the assertion says about the OBX of the message, and where: `pass`, `fail OBX[1]-5[2]`, `inconclusive OBX[1]`. */
export function asserted(assertion: Assertion, lines: string | readonly string[], asserting: Asserting = {}): string {
  const { mode = pipehatMode(true), on = ON_OBX, profile = {}, functions = new Map(), header = HEADER, fields = {} } = asserting;
  const small = ruled({ statements: [{ on, rule: statement(assertion) }] }, profile);
  const result = compilePlan(smallProfile({ ...small, fields: { ...small.fields, ...fields } }));
  if (result.kind === 'defective') throw new Error(result.defects.map(({ message }) => message).join('; '));
  const text = [header, ...(typeof lines === 'string' ? [lines] : lines)].join('\r');
  const findings = new Validator(result.plan, { mode, functions }).validate(Buffer.from(text));
  return findings
    .flatMap(({ code, path }) => (OUTCOMES.has(code) ? [`${OUTCOMES.get(code)}${code === HOLDS ? '' : ` ${path}`}`] : []))
    .join(', ');
}

/** The same as the reference says it. */
export function assertedByNist(assertion: Assertion, lines: string | readonly string[], more: Asserting = {}): string {
  return asserted(assertion, lines, { ...more, mode: nistMode(true) });
}

const HOLDS = 'statement-holds';
const OUTCOMES: ReadonlyMap<string, string> = new Map([
  [HOLDS, 'pass'],
  ['statement-failed', 'fail'],
  ['statement-undecided', 'inconclusive'],
  ['rule-not-executable', 'not executable'],
]);
