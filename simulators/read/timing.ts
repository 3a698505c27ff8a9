import type { OrderCommon, Priority } from '../../src/messages/facts.js';
import { firstOf, type OrderGroup } from './order-groups.js';
import { time, valued } from './values.js';

export type Timing = Pick<OrderCommon, 'priority' | 'startAt' | 'endAt' | 'repeatPattern'>;

/** Where each part of a quantity/timing stands: TQ1 from 2.5 on, else ORC-7, OBR-27 or RXE-1. */
interface Places {
  readonly segment: string;
  readonly pattern: string;
  readonly start: string;
  readonly end: string;
  readonly priority: string;
}

const PLACES: readonly Places[] = [
  { segment: 'TQ1', pattern: '3.1', start: '7', end: '8', priority: '9.1' },
  quantityTiming('ORC', 7),
  quantityTiming('OBR', 27),
  quantityTiming('RXE', 1),
];

function quantityTiming(segment: string, field: number): Places {
  return { segment, pattern: `${field}.2.1`, start: `${field}.4`, end: `${field}.5`, priority: `${field}.6` };
}

/** When an order is wanted and how urgently; routine where the message does not say. */
export function readTiming(group: OrderGroup): Timing {
  const found = PLACES.map((places) => readAt(group, places));
  const timing: Partial<Timing> = Object.assign({}, ...found.toReversed());
  return { priority: 'R', ...timing };
}

function readAt(group: OrderGroup, places: Places): Partial<Timing> {
  const segment = firstOf(group, places.segment);
  const priority = readPriority(valued(segment, places.priority));
  const repeatPattern = valued(segment, places.pattern);
  const startAt = time(segment, places.start);
  const endAt = time(segment, places.end);
  return {
    ...(priority && { priority }),
    ...(repeatPattern !== undefined && { repeatPattern }),
    ...(startAt && { startAt }),
    ...(endAt && { endAt }),
  };
}

function readPriority(text: string | undefined): Priority | undefined {
  const letter = text?.charAt(0);
  return letter === 'S' || letter === 'A' || letter === 'R' || letter === 'T' ? letter : undefined;
}
