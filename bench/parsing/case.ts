import type { Effort } from '../effort.js';
import { admission, largeReport, report } from '../samples.js';
import { sizeOf } from '../size.js';

/**
 * `read`: parse and read MSH-10, PID-5.1 and PID-3.1. `walk`: parse and read OBX-5 of every result. `rewrite`: parse,
 * set MSH-10, serialise. Each begins with the bytes that a socket gives; `rewrite` ends with bytes.
 */
export type Operation = 'read' | 'walk' | 'rewrite';

export type SampleKind = 'adt' | 'oru' | { readonly oruBytes: number };

export interface ParsingCase {
  readonly id: string;
  readonly title: string;
  readonly operation: Operation;
  readonly sample: SampleKind;
}

const TITLES: Readonly<Record<Operation, string>> = {
  read: 'parse, read three fields',
  walk: 'parse, read every OBX-5',
  rewrite: 'parse, set MSH-10, serialise',
};

export function parsingCases(effort: Effort): readonly ParsingCase[] {
  const [large, huge] = effort.largeBytes;
  return [
    parsingCase('read-adt', 'read', 'adt'),
    parsingCase('read-oru', 'read', 'oru'),
    parsingCase('walk-oru', 'walk', 'oru'),
    parsingCase('rewrite-adt', 'rewrite', 'adt'),
    parsingCase('rewrite-oru', 'rewrite', 'oru'),
    parsingCase('read-large', 'read', { oruBytes: large }),
    parsingCase('walk-large', 'walk', { oruBytes: large }),
    parsingCase('read-huge', 'read', { oruBytes: huge }),
  ];
}

function parsingCase(id: string, operation: Operation, sample: SampleKind): ParsingCase {
  const name = sample === 'adt' ? 'ADT' : 'ORU';
  return { id, title: `${TITLES[operation]}: ${name} of ${sizeOf(sampleBytes(sample).length)}`, operation, sample };
}

export function sampleBytes(sample: SampleKind): Buffer {
  if (sample === 'adt') return admission();
  return sample === 'oru' ? report() : largeReport(sample.oruBytes);
}
