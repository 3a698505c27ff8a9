import type { Effort } from '../effort.js';
import { admission, largeReport, withControlId } from '../samples.js';
import { sizeOf } from '../size.js';

/** A closed loop: every connection keeps `depth` messages under way. */
export interface TransportCase {
  readonly id: string;
  readonly title: string;
  readonly connections: number;
  readonly depth: number;
  /** Of the message; undefined for the ADT of about 1 KB. */
  readonly bytes?: number;
}

export function transportCases(effort: Effort): readonly TransportCase[] {
  const [large, huge] = effort.largeBytes;
  const adt = `ADT of ${sizeOf(admission().length)}`;
  return [
    { id: 'one', title: `round trip, 1 connection: ${adt}`, connections: 1, depth: 1 },
    { id: 'many', title: `round trip, 64 connections: ${adt}`, connections: 64, depth: 1 },
    { id: 'pipelined', title: `1 connection, pipelined to depth 64: ${adt}`, connections: 1, depth: 64 },
    { id: 'large', title: `round trip, 1 connection: ORU of ${sizeOf(large)}`, connections: 1, depth: 1, bytes: large },
    { id: 'huge', title: `round trip, 1 connection: ORU of ${sizeOf(huge)}`, connections: 1, depth: 1, bytes: huge },
  ];
}

/** Twice as many messages as are ever under way on one connection. */
export function payloadsOf({ depth, bytes }: TransportCase): readonly Buffer[] {
  const sample = bytes === undefined ? admission() : largeReport(bytes);
  return Array.from({ length: 2 * depth }, (_, at) => withControlId(sample, `M${at}`));
}
