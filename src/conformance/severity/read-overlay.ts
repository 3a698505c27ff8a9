import { z } from 'zod';
import { closest } from '../../base/closest.js';
import { reading, section, text } from '../../base/written.js';
import type { ProfileDefect } from '../model/defect.js';
import { FINDING_CODES } from '../report/finding-codes.js';
import { TREATMENTS, treatment } from './classification.js';
import { pathPattern } from './path-pattern.js';
import { readFileOf } from './read-file.js';
import { type SeverityRule, wildcard } from './severity-rule.js';

export type OverlayResult =
  | { readonly kind: 'overlay'; readonly rules: readonly SeverityRule[] }
  | { readonly kind: 'defective'; readonly defects: readonly ProfileDefect[] };

/**
 * Reads an overlay: a list `overlay` of entries, each with one condition or more (`code`, `category`, `path`, `rule`,
 * `profile`), a `severity` and a `reason`.
 */
export function readOverlay(content: string, file: string): OverlayResult {
  const result = readFileOf(content, file, OVERLAY);
  return result.kind === 'defective' ? result : { kind: 'overlay', rules: result.value.overlay.map(ruleOf) };
}

const CODES = Object.keys(FINDING_CODES);

const codePattern = reading<RegExp>((value) => {
  const pattern = wildcard(value);
  if (CODES.some((code) => pattern.test(code))) return { value: pattern };
  const meant = closest(value, CODES);
  const hint = meant === undefined ? '' : `did you mean ${meant}? `;
  return {
    what: `no finding has the code "${value}"`,
    remedy: `${hint}"pipehat validate --codes" lists all; * stands for any part`,
  };
});

const path = reading<RegExp>((value) => {
  const pattern = pathPattern(value);
  if (pattern !== undefined) return { value: pattern };
  return {
    what: `"${value}" is no pattern of paths`,
    remedy: 'write it like PID-3, PID-3.4, OBX[2]-5, PID-* or Z*; it is for everything below too',
  };
});

const severity = reading((value) => {
  const to = treatment(value);
  if (to !== undefined) return { value: to };
  return { what: `"${value}" is no severity`, remedy: `use one of ${TREATMENTS.join(', ')}` };
});

const CONDITIONS = {
  code: codePattern.optional(),
  category: text.optional(),
  path: path.optional(),
  rule: text.optional(),
  profile: text.optional(),
};

const ENTRY = section({ ...CONDITIONS, severity, reason: text }).superRefine((entry, context) => {
  if (Object.keys(CONDITIONS).some((key) => key in entry)) return;
  const remedy = `state at least one of ${Object.keys(CONDITIONS).join(', ')}`;
  context.addIssue({ code: 'custom', message: 'this entry is for every finding', params: { remedy } });
});

const OVERLAY = section({ overlay: z.array(ENTRY) });

function ruleOf({
  code,
  category,
  path: pattern,
  rule,
  profile,
  severity: to,
  reason,
}: z.output<typeof ENTRY>): SeverityRule {
  return {
    ...(code === undefined ? {} : { code }),
    ...(category === undefined ? {} : { category }),
    ...(pattern === undefined ? {} : { path: pattern }),
    ...(rule === undefined ? {} : { rule: wildcard(rule) }),
    ...(profile === undefined ? {} : { profile }),
    to,
    reason,
  };
}
