import type { Finding } from '../../evidence/finding.js';
import { baseProfile } from '../load/base/base-profile.js';
import type { Profile } from '../model/profile.js';
import { pipehatMode } from '../mode.js';
import { compilePlan } from '../plan/compile.js';
import type { ValidationPlan } from '../plan/plan.js';
import { Validator } from '../validate.js';

/** An admission of 2.5.1 in which nothing is wrong. */
export const ADMISSION = [
  'MSH|^~\\&|EHR|PHGH|ENGINE|PHGH|20250101080000+0000||ADT^A01^ADT_A01|M1|T|2.5.1',
  'EVN||20250101080000+0000',
  'PID|1||7000001^^^PHGH^MR||GREEN^AMELIA^^^^^L||19700101|F',
  'PV1|1|I|4W^401^1^PHGH',
  'OBX|1|FT|11502-2^Laboratory report^LN||text||||||F',
];

/** An acknowledgment of 2.5.1 in which nothing is wrong. */
export const REFUSAL = [
  'MSH|^~\\&|ENGINE|PHGH|EHR|PHGH|20250101080001+0000||ACK^A01^ACK|R1|T|2.5.1',
  'MSA|AE|M1',
  'ERR||PID^1^3^1^4|204^Unknown key identifier^HL70357|E',
];

export interface Judging {
  readonly version?: string;
  readonly structure?: string;
  readonly type?: string;
  readonly event?: string;
  /** Changes of the profile before it is compiled. */
  readonly profile?: (base: Profile) => Profile;
}

/** A plan of the base standard, `ADT_A01` of 2.5.1 where nothing else is said. */
export function basePlan({ version = '2.5.1', structure = 'ADT_A01', type = 'ADT', event = 'A01', profile = (base) => base }: Judging = {}): ValidationPlan {
  const result = compilePlan(profile(baseProfile(version, structure, { type, event })));
  if (result.kind === 'compiled') return result.plan;
  throw new Error(result.defects.map(({ message }) => message).join('; '));
}

/** Errors and warnings about a message, given as its lines or as bytes. */
export function judged(message: readonly string[] | Buffer, judging: Judging = {}): readonly Finding[] {
  const bytes = Buffer.isBuffer(message) ? message : Buffer.from(`${message.join('\r')}\r`);
  const findings = new Validator(basePlan(judging), { mode: pipehatMode() }).validate(bytes);
  return findings.filter(({ classification }) => classification === 'Error' || classification === 'Warning');
}

/** Their codes. */
export function codesOf(message: readonly string[] | Buffer, judging: Judging = {}): readonly string[] {
  return judged(message, judging).map(({ code }) => code);
}

/** The lines with texts replaced; each must be there. */
export function edited(lines: readonly string[], edits: Readonly<Record<string, string>>): readonly string[] {
  let text = lines.join('\r');
  for (const [from, to] of Object.entries(edits)) {
    if (!text.includes(from)) throw new Error(`the specimen holds no ${from}`);
    text = text.replace(from, to);
  }
  return text.split('\r');
}
