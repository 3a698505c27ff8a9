import type { ValidatedMessage } from '../../../reports/findings/validated-message.js';
import { tally } from '../../conformance/severity/verdict.js';

/** What the end of a validation counts. */
export interface Counts {
  messages: number;
  failed: number;
  untestable: number;
  errors: number;
  warnings: number;
  alerts: number;
  specificationErrors: number;
  accepted: number;
}

export function noCounts(): Counts {
  return {
    messages: 0,
    failed: 0,
    untestable: 0,
    errors: 0,
    warnings: 0,
    alerts: 0,
    specificationErrors: 0,
    accepted: 0,
  };
}

export function addMessage(counts: Counts, message: ValidatedMessage): void {
  const { errors, warnings, alerts, specificationErrors } = tally(message.findings);
  const isMessage = message.index > 0 ? 1 : 0;
  addCounts(counts, {
    messages: isMessage,
    failed: message.verdict === 'failed' ? isMessage : 0,
    untestable: message.verdict === 'untestable' ? isMessage : 0,
    errors,
    warnings,
    alerts,
    specificationErrors,
    accepted: message.accepted.length,
  });
}

export function addCounts(counts: Counts, more: Counts): void {
  for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += more[key];
}
