import type { Message } from '../../src/hl7/message.js';
import type { Segment } from '../../src/hl7/segment.js';

/** The segments of one order: ORC and what follows it, or OBR and what follows it where ORC is absent (ORU). */
export interface OrderGroup {
  readonly segments: readonly Segment[];
}

const BEFORE_ORDERS = new Set([
  'MSH',
  'MSA',
  'ERR',
  'SFT',
  'EVN',
  'PID',
  'PD1',
  'NK1',
  'PV1',
  'PV2',
  'IN1',
  'GT1',
  'AL1',
]);

/** Walks the segments in order, because the same names (NTE, TQ1, OBX, RXR) occur at several levels. */
export function readOrderGroups(message: Message): readonly OrderGroup[] {
  const groups: Segment[][] = [];
  let current: Segment[] | undefined;
  for (const segment of message.segments) {
    if (opensGroup(segment.name, current)) {
      current = [];
      groups.push(current);
    } else if (BEFORE_ORDERS.has(segment.name)) current = undefined;
    current?.push(segment);
  }
  return groups.map((segments) => ({ segments }));
}

function opensGroup(name: string, current: readonly Segment[] | undefined): boolean {
  if (name === 'ORC') return true;
  return name === 'OBR' && (current === undefined || current.some((segment) => segment.name === 'OBR'));
}

export function firstOf(group: OrderGroup, name: string): Segment | undefined {
  return group.segments.find((segment) => segment.name === name);
}

export function allOf(group: OrderGroup, name: string): readonly Segment[] {
  return group.segments.filter((segment) => segment.name === name);
}

/** The texts of the NTE segments that follow `segment` directly. */
export function notesAfter(group: OrderGroup, segment: Segment): readonly string[] {
  const start = group.segments.indexOf(segment) + 1;
  const rest = group.segments.slice(start);
  const end = rest.findIndex((candidate) => candidate.name !== 'NTE');
  return (end < 0 ? rest : rest.slice(0, end)).flatMap((note) => textOf(note, 3));
}

/** All repetitions of a text field, one line each. */
export function textOf(segment: Segment, field: number): readonly string[] {
  return Array.from({ length: segment.repetitions(field) }, (_, i) => segment.get(`${field}[${i + 1}]`) ?? '');
}
