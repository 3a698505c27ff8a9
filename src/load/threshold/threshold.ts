/** A promise about a load run, as `response.p99 < 500ms`, `errors.AE < 0.1%`, `ledger.lost == 0`. */
export interface Threshold {
  /** As written. */
  readonly text: string;
  readonly metric: string;
  readonly operator: Operator;
  /** Milliseconds for latencies, a share from 0 to 1 where `isShare`, else a plain number. */
  readonly limit: number;
  /** The count is compared as a share of the messages that were offered. */
  readonly isShare: boolean;
}

export type Operator = '<' | '<=' | '>' | '>=' | '==' | '!=';

export type ThresholdResult =
  | { readonly kind: 'threshold'; readonly threshold: Threshold }
  | { readonly kind: 'mistake'; readonly what: string; readonly remedy: string };

const LATENCIES = ['response', 'service', 'queue', 'lateness', 'endToEnd'] as const;
const POINTS = ['mean', 'p50', 'p90', 'p99', 'p999', 'max'] as const;
const COUNTS = ['offered', 'sent', 'acknowledged', 'timedOut', 'lost', 'dropped', 'pending', 'errors', 'rate'] as const;
const VALIDATION = ['failed', 'messages', 'unjudged'] as const;
const LEDGER = ['lost', 'duplicated', 'reordered', 'altered', 'late', 'foreign', 'delivered'] as const;

const FORM = /^\s*([A-Za-z][\w.-]*)\s*(<=|>=|==|!=|<|>)\s*(\d+(?:\.\d+)?)\s*(us|µs|ms|s|%)?\s*$/;
const MILLISECONDS: Readonly<Record<string, number>> = { us: 0.001, µs: 0.001, ms: 1, s: 1_000 };

export function parseThreshold(text: string): ThresholdResult {
  const [, metric, operator, number, unit = ''] = FORM.exec(text) ?? [];
  if (metric === undefined || operator === undefined || number === undefined) {
    return mistake(`"${text}" is no threshold`, 'write metric, comparison and limit: response.p99 < 500ms');
  }
  const kind = kindOf(metric);
  if (kind === undefined) return mistake(`"${metric}" is no metric`, `use one of ${examples()}`);
  const isShare = unit === '%';
  if (kind === 'latency' && !(unit in MILLISECONDS)) {
    return mistake(`"${text}" has no unit of time`, `write ${metric} ${operator} ${number}ms`);
  }
  if (kind === 'count' && unit !== '' && !isShare) {
    return mistake(`"${metric}" is a count and not a time`, `write ${metric} ${operator} ${number}, or a share with %`);
  }
  const factor = isShare ? 0.01 : (MILLISECONDS[unit] ?? 1);
  const limit = Number(number) * factor;
  return {
    kind: 'threshold',
    threshold: { text: text.trim(), metric, operator: operator as Operator, limit, isShare },
  };
}

/** `response.p99 < 500ms and ledger.lost == 0`: every part, or all mistakes. */
export function parseThresholds(text: string): readonly ThresholdResult[] {
  return text.split(/\s+and\s+|\s*;\s*/).map(parseThreshold);
}

function kindOf(metric: string): 'latency' | 'count' | undefined {
  const [head = '', tail] = metric.split('.');
  if (LATENCIES.some((name) => name === head)) return POINTS.some((name) => name === tail) ? 'latency' : undefined;
  if (head === 'ledger') return LEDGER.some((name) => name === tail) ? 'count' : undefined;
  if (head === 'validation') return VALIDATION.some((name) => name === tail) ? 'count' : undefined;
  if (head === 'errors') return 'count';
  return tail === undefined && COUNTS.some((name) => name === head) ? 'count' : undefined;
}

function examples(): string {
  const latencies = LATENCIES.map((name) => `${name}.p99`);
  return [...latencies, ...COUNTS, 'errors.AE', ...LEDGER.map((name) => `ledger.${name}`), 'validation.failed'].join(
    ', ',
  );
}

function mistake(what: string, remedy: string): ThresholdResult {
  return { kind: 'mistake', what, remedy };
}
