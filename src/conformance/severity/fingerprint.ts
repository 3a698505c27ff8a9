import { createHash } from 'node:crypto';
import type { Finding } from '../../evidence/finding.js';

/**
 * Names a finding for a baseline: by profile, code, element and rule; of a value set also by the code that was sent. Neither
 * line nor column nor instance counts, so that it survives other segments and repetitions that come or go. Sixteen
 * hexadecimal digits.
 */
export function fingerprint(finding: Finding, profile: string): string {
  const { section, code, category, rule, actual } = finding;
  const value = section === 'value-set' ? (actual ?? '') : '';
  const parts = [profile, code, category, elementOf(finding), rule ?? '', value];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

/** The path of a finding without instances: `PID-3.4`. */
export function elementOf({ path }: Finding): string {
  return (path ?? '').replace(/\[\d+\]/g, '');
}
