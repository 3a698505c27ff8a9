import type { Message } from '../../hl7/message.js';
import type { Segment } from '../../hl7/segment.js';
import { type Identifier, readEi } from './identifiers.js';
import type { Filler, Numbers } from './orders.js';

/** One order of a message: its ORC and what follows it. */
export interface OrderGroup {
  readonly orc?: Segment;
  readonly obr?: Segment;
  /** A segment that only medication orders have. */
  readonly medication?: Segment;
  /** A segment that only imaging orders have. */
  readonly imaging?: Segment;
  /** RXA segments: doses. */
  readonly doses: readonly Segment[];
  /** The PID before it. */
  readonly pid?: Segment;
}

type Draft = { -readonly [K in keyof OrderGroup]: OrderGroup[K] } & { doses: Segment[] };

const MEDICATION = new Set(['RXO', 'RXE', 'RXD', 'RXG', 'RXA']);
const IMAGING = new Set(['IPC', 'ZDS']);

/** The orders of a message in order. An OBR that has no ORC of its own begins one, so that each OBR is an order. */
export function orderGroups(message: Message): readonly OrderGroup[] {
  // In specimen-centred results the ORC stands behind its OBR.
  const followsObr = message.type.code === 'OUL';
  const groups: Draft[] = [];
  let pid: Segment | undefined;
  const begin = (): Draft => {
    const group: Draft = { doses: [], ...(pid ? { pid } : {}) };
    groups.push(group);
    return group;
  };
  for (const segment of message.segments) {
    const last = groups.at(-1);
    if (segment.name === 'PID') pid = segment;
    if (segment.name === 'ORC') (followsObr && last && !last.orc ? last : begin()).orc = segment;
    if (segment.name === 'OBR') (last && !last.obr && last.pid === pid ? last : begin()).obr = segment;
    if (last && MEDICATION.has(segment.name)) last.medication = segment;
    if (last && IMAGING.has(segment.name)) last.imaging = segment;
    if (segment.name === 'RXA') last?.doses.push(segment);
  }
  return groups;
}

/** OBR-24 (table 0074) of imaging departments. */
const IMAGING_SECTIONS = new Set([
  'RAD',
  'RUS',
  'RX',
  'XRC',
  'CT',
  'NMR',
  'NMS',
  'MRI',
  'MR',
  'CUS',
  'OUS',
  'VUS',
  'RT',
  'IMG',
  'NRS',
]);

/** Which department carries the order out, where the message tells. */
export function fillerOf({ obr, medication, imaging }: OrderGroup): Filler | undefined {
  if (medication) return 'pharmacy';
  if (imaging) return 'ris';
  const section = obr?.get('24');
  if (section === undefined) return undefined;
  return IMAGING_SECTIONS.has(section) ? 'ris' : 'lis';
}

/** ORC-2 and ORC-3, else OBR-2 and OBR-3. */
export function numbersOf(message: Message, { orc, obr }: OrderGroup): Numbers {
  const number = (field: number): Identifier | undefined =>
    readEi(bytesOf(message, orc, field), message.delimiters) ??
    readEi(bytesOf(message, obr, field), message.delimiters);
  return { placer: number(2), filler: number(3) };
}

function bytesOf(message: Message, segment: Segment | undefined, field: number): Buffer | undefined {
  return segment && message.bytes(`${segment.name}[${segment.instance}]-${field}`);
}
