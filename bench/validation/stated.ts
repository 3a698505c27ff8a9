import { notAvailable, type Outcome } from '../outcome.js';
import type { ValidationCase } from './case.js';

/**
 * What other validators have been seen to need, in microseconds a message: measured earlier on another machine and not in this
 * run, so that a ratio to them says an order of magnitude. NIST v2-validation 1.6.4 on the JVM, warm: 24 ms for 12 segments of
 * an ADT, 25 to 169 ms for 34 to 95 segments; a bundle loads in 2.1 to 3.6 s. HAPI 2.5.1, warm, with its default
 * validation, which knows no profile: 7,088 ADT, 1,792 ORU of 3 KB and 2.3 ORU of 1 MB a second.
 */
const STATED: Readonly<Record<string, Readonly<Partial<Record<ValidationCase['id'], number>>>>> = {
  'NIST 1.6.4, stated': { 'validate-adt': 24_000, 'validate-oru': 25_000, 'load-profile': 2_100_000 },
  'HAPI 2.5.1, stated': { 'validate-adt': 1e6 / 7_088, 'validate-oru': 1e6 / 1_792, 'validate-large': 1e6 / 2.3 },
};

export const STATED_NAMES: readonly string[] = Object.keys(STATED);

export function stated(subject: string, caseId: string): Outcome {
  const cpuMicros = Object.entries(STATED[subject] ?? {}).find(([id]) => id === caseId)?.[1];
  if (cpuMicros === undefined) return notAvailable('no figure is known');
  return { kind: 'measured', sample: { cpuMicros, perSecond: 1_000_000 / cpuMicros } };
}
