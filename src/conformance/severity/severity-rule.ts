import type { Classification, Finding } from '../../evidence/finding.js';
import type { Treatment } from './classification.js';

/** What a preset or a site makes of some findings: those that meet every condition stated. Plain data, for worker threads. */
export interface SeverityRule {
  readonly code?: RegExp;
  /** NIST's word or ours, as a finding has it. */
  readonly category?: string;
  readonly path?: RegExp;
  /** Id of the conformance statement or requirement. */
  readonly rule?: RegExp;
  /** Id of the profile. */
  readonly profile?: string;
  /** What the finding is so far. */
  readonly from?: Classification;
  readonly to: Treatment;
  /** Why: for whoever reads the overlay next year. */
  readonly reason: string;
}

/** Whether all conditions of the rule are met. */
export function fits(rule: SeverityRule, finding: Finding, profile: string): boolean {
  return (
    (rule.code === undefined || rule.code.test(finding.code)) &&
    (rule.category === undefined || rule.category === finding.category) &&
    (rule.from === undefined || rule.from === finding.classification) &&
    (rule.path === undefined || rule.path.test(finding.path ?? '')) &&
    (rule.rule === undefined || rule.rule.test(finding.rule ?? '')) &&
    (rule.profile === undefined || rule.profile === profile)
  );
}

/** A whole text in which `*` stands for anything. */
export function wildcard(text: string): RegExp {
  return new RegExp(`^${text.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&').replaceAll('*', '.*')}$`, 's');
}
