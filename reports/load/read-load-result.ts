import type { LoadResult } from '../../src/evidence/load-result.js';

export type LoadResultReading =
  | { readonly kind: 'result'; readonly result: LoadResult }
  | { readonly kind: 'mistake'; readonly what: string; readonly remedy: string };

const REMEDY = 'give a file that "pipehat load --format json" has written';
const NUMBERS = ['offered', 'sent', 'acknowledged', 'dropped', 'durationSeconds', 'plannedRate', 'rate'];
const SUMMARIES = ['response', 'service', 'queue'];
const LISTS = ['intervals', 'thresholds', 'warnings', 'links'];
const RECORDS = ['errors', 'codes', 'byMessage', 'generator'];

/** Reads the JSON of a load run, as `pipehat load` wrote it. What is missing is named; lateness may be missing, and is missed. */
export function readLoadResult(text: string): LoadResultReading {
  const value = parsed(text);
  if (!isRecord(value)) return { kind: 'mistake', what: 'this is no JSON object', remedy: REMEDY };
  const wrong = [
    ...NUMBERS.filter((name) => typeof value[name] !== 'number'),
    ...SUMMARIES.filter((name) => !isRecord(value[name]) || typeof value[name]['count'] !== 'number'),
    ...LISTS.filter((name) => !Array.isArray(value[name])),
    ...RECORDS.filter((name) => !isRecord(value[name])),
    ...['name', 'outcome'].filter((name) => typeof value[name] !== 'string'),
  ];
  if (wrong.length > 0) {
    return { kind: 'mistake', what: `this is no load result: without ${wrong.join(', ')}`, remedy: REMEDY };
  }
  return { kind: 'result', result: value as unknown as LoadResult };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
