import type { Code } from '../model/value-set.js';
import type { CompiledValueSet } from '../plan/value-set.js';
import type { ValueSetFindingCode } from '../report/value-set-codes.js';
import type { SentCode } from './sent-code.js';

/** All codes about value sets but those of single codes. */
export type DetectionCode = Exclude<ValueSetFindingCode, `single-code-${string}`>;

/** Something that a binding says about an element, before it becomes a finding. */
export interface ValueSetDetection {
  readonly code: DetectionCode;
  /** Where it is told. */
  readonly node: number;
  /** The sets that it is about. */
  readonly sets: readonly CompiledValueSet[];
  /** What the message says. */
  readonly sent?: SentCode;
  /** What the set says. */
  readonly entry?: Code;
}

/** Detections that mean: the code is in a set, whatever else is to be said about it. */
const FOUND: ReadonlySet<DetectionCode> = new Set<DetectionCode>([
  'code-member',
  'code-permitted',
  'code-permitted-in-closed-set',
  'code-excluded',
  'code-usage-missing',
  'code-listed-twice',
  'code-in-several-sets',
  'code-at-two-places',
  'value-set-dynamic',
]);

/** Detections that mean: the profile cannot be applied here. */
const UNDECIDABLE: ReadonlySet<DetectionCode> = new Set<DetectionCode>(['binding-several-sets', 'binding-location']);

/** Detections that say the same of every element that the binding meets. */
const ABOUT_PROFILE: ReadonlySet<DetectionCode> = new Set<DetectionCode>([
  'value-set-not-found',
  'value-set-empty',
  'value-set-incomplete',
  'value-set-excluded',
  'binding-strength-undetermined',
  'binding-location',
]);

export function isAboutProfile({ code }: ValueSetDetection): boolean {
  return ABOUT_PROFILE.has(code);
}

export function saysFound({ code }: ValueSetDetection): boolean {
  return FOUND.has(code);
}

export function saysUndecidable({ code }: ValueSetDetection): boolean {
  return UNDECIDABLE.has(code);
}

export function byUsage(code: Code): DetectionCode {
  switch (code.usage) {
    case 'R':
      return 'code-member';
    case 'P':
      return 'code-permitted';
    case 'E':
      return 'code-excluded';
    default:
      return 'code-usage-missing';
  }
}

/** What is to be said about a set itself; undefined where its codes are looked up. */
export function byState(set: CompiledValueSet): DetectionCode | undefined {
  switch (set.state) {
    case 'missing':
      return 'value-set-not-found';
    case 'empty':
      return 'value-set-empty';
    case 'excluded':
      return 'value-set-excluded';
    default:
      return undefined;
  }
}
