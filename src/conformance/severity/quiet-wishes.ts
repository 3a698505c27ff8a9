import type { Mode } from '../mode.js';
import type { CodeEntry } from '../report/finding-code.js';
import { FINDING_CODES } from '../report/finding-codes.js';
import { isQuiet } from './classification.js';
import type { SeverityRule } from './severity-rule.js';

const ENTRIES: readonly (readonly [string, CodeEntry])[] = Object.entries(FINDING_CODES);

/** Whether the rule makes something loud that the engine tells only on request: then it has to be asked. */
export function wakesQuiet(rule: SeverityRule, mode: Mode['name']): boolean {
  if (isQuiet(rule.to) || !namesKind(rule)) return false;
  if (rule.from !== undefined) return isQuiet(rule.from);
  return ENTRIES.some(([code, entry]) => isQuiet(entry[mode]) && meets(rule, code, entry));
}

/** A rule for a path alone does not mean every success at that place. */
export function namesKind({ code, category, from }: SeverityRule): boolean {
  return code !== undefined || category !== undefined || from !== undefined;
}

function meets({ code, category }: SeverityRule, name: string, entry: CodeEntry): boolean {
  return (code?.test(name) ?? true) && (category === undefined || category === entry.category);
}
