import type { Finding } from '../evidence/finding.js';
import type { Role } from './simulator.js';

/** What a person at a simulated system would notice, as a finding: an alert is looked at, anything else informs. */
export function noteOf(role: Role, level: 'info' | 'alert', text: string): Finding {
  return {
    section: 'workflow',
    classification: level === 'alert' ? 'Alert' : 'Informational',
    category: 'Workflow',
    code: `${role}-note`,
    message: withoutNumbers(text),
  };
}

/** Findings hold no patient value: record, account and visit numbers are digits, possibly with their authority. */
function withoutNumbers(text: string): string {
  return text.replace(/\b\d{6,}(\^[^\s,;]+)?/g, '(number)');
}
