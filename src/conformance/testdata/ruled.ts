import type { Finding } from '../../evidence/finding.js';
import type { RuleSet } from '../model/rule.js';
import { type Mode, nistMode, pipehatMode } from '../mode.js';
import type { FindingCode } from '../report/finding-codes.js';
import { ruled } from './asserted.js';
import { findings } from './judged.js';

/** Findings of the rules alone, about a message of the header and these lines. */
export function rulesSay(rules: Partial<RuleSet>, lines: readonly string[], mode: Mode = pipehatMode(true)) {
  return findings(ruled(rules), lines, mode).filter(({ section }) => section === 'content');
}

/** Code and path of each, but for those that say that all is well. */
export function troubles(rules: Partial<RuleSet>, lines: readonly string[], mode?: Mode): readonly string[] {
  return rulesSay(rules, lines, mode).filter(isTrouble).map(codeAndPath);
}

export function troublesOfNist(rules: Partial<RuleSet>, lines: readonly string[]): readonly string[] {
  return troubles(rules, lines, nistMode(true));
}

export function codeAndPath({ code, path }: Finding): string {
  return `${code} ${path}`;
}

const WELL: ReadonlySet<string> = new Set<FindingCode>([
  'statement-holds',
  'test-data-agree',
  'condition-satisfied',
  'condition-selects',
  'keyed-holds',
]);

function isTrouble({ code }: Finding): boolean {
  return !WELL.has(code);
}
