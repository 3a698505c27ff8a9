import type { LoadResult } from '../../src/evidence/load-result.js';
import { counted, grouped, percent } from './figures.js';

/** How many deliveries were judged, and how that came out, in a sentence or two; undefined where none was. */
export function validationSentence({ validation }: LoadResult): string | undefined {
  if (validation === undefined) return undefined;
  const { messages, failed, unjudged = 0, sample = 1, cpuShare } = validation;
  const of = sample < 1 ? `, a sample of ${percent(sample)} of the deliveries` : '';
  const bad = failed === undefined ? '' : failed === 0 ? ', none with an error' : `, ${grouped(failed)} with errors`;
  const none = unjudged === 0 ? '' : `; ${grouped(unjudged)} more are of a kind that no profile is for`;
  const cost = cpuShare === undefined ? '' : `; it took ${percent(cpuShare)} of a core`;
  return `${counted(messages, 'message')} validated${of}${bad}${none}${cost}.`;
}

/** Findings by code, the most frequent first. */
export function findingRows({ validation }: LoadResult): readonly (readonly [string, number])[] {
  return Object.entries(validation?.findings ?? {}).sort(([, a], [, b]) => b - a);
}
