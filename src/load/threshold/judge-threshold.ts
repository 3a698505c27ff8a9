import { never } from '../../base/never.js';
import type {
  Latencies,
  LatencySummary,
  LedgerSummary,
  LoadCounts,
  LoadValidation,
} from '../../evidence/load-result.js';
import type { Operator, Threshold } from './threshold.js';

/** What thresholds are about: a finished run, or one that goes on. */
export interface Measured extends LoadCounts, Latencies {
  readonly errors: Readonly<Record<string, number>>;
  readonly rate: number;
  readonly ledger?: LedgerSummary;
  readonly validation?: LoadValidation;
}

/** The figure that a threshold is about; undefined where the run does not measure it (no far end is watched). */
export function measure(threshold: Threshold, measured: Measured): number | undefined {
  const value = figure(threshold.metric.split('.'), measured);
  if (value === undefined || !threshold.isShare) return value;
  return measured.offered === 0 ? 0 : value / measured.offered;
}

export function holds(threshold: Threshold, actual: number): boolean {
  return compare(actual, threshold.operator, threshold.limit);
}

function figure([head = '', tail = '']: readonly string[], measured: Measured): number | undefined {
  switch (head) {
    case 'response':
    case 'service':
    case 'queue':
    case 'lateness':
      return point(measured[head], tail);
    case 'endToEnd':
      return measured.ledger && point(measured.ledger.endToEnd, tail);
    case 'ledger':
      return measured.ledger && count(measured.ledger, tail);
    case 'validation':
      return measured.validation && count(measured.validation, tail);
    case 'errors':
      return tail === '' ? sum(measured.errors) : (measured.errors[tail] ?? 0);
    default:
      return count(measured, head);
  }
}

function point(summary: LatencySummary, name: string): number | undefined {
  return count(summary, name);
}

function count(record: object, name: string): number | undefined {
  const value: unknown = Reflect.get(record, name);
  return typeof value === 'number' ? value : undefined;
}

function sum(errors: Readonly<Record<string, number>>): number {
  return Object.values(errors).reduce((total, n) => total + n, 0);
}

function compare(actual: number, operator: Operator, limit: number): boolean {
  switch (operator) {
    case '<':
      return actual < limit;
    case '<=':
      return actual <= limit;
    case '>':
      return actual > limit;
    case '>=':
      return actual >= limit;
    case '==':
      return actual === limit;
    case '!=':
      return actual !== limit;
    default:
      return never(operator);
  }
}
