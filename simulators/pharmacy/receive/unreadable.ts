import type { Message } from '../../../src/hl7/message.js';
import { versionsOf } from '../../../src/messages/message-type.js';
import { type Refusal, refusal, rejection } from '../../exchange/refusal.js';
import { readControl } from '../../read/order.js';
import { firstOf, type OrderGroup } from '../../read/order-groups.js';
import { coded } from '../../read/values.js';

const CONTROLS = new Set(['NW', 'CA', 'DC', 'HD', 'RL', 'RP', 'RO', 'XO', 'SS']);
/** These bring a prescription; the others speak of one that is known. */
const BRINGING = new Set(['NW', 'RE', 'RO', 'XO']);
const OLD_VERSIONS = new Set(['2.1', '2.2', '2.3', '2.3.1']);

/** Why a message cannot be read as prescriptions, with the place. A prescription that is merely unsafe is not such a case. */
export function unreadable(message: Message, groups: readonly OrderGroup[]): Refusal | undefined {
  const { code } = message.type;
  if (code === 'OMP' && OLD_VERSIONS.has(message.get('MSH-12') ?? '')) {
    return rejection(
      '203',
      `OMP is not part of version ${message.get('MSH-12')}: it came with ${versionsOf('OMP')[0]}`,
      12,
    );
  }
  if (groups.length === 0) return refusal('100', 'ORC is required', { segment: 'ORC', sequence: 1 });
  for (const [index, group] of groups.entries()) {
    const found = badControl(group, index + 1, code) ?? withoutMedicine(group, index + 1, code);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `sequence` counts the order groups from 1. */
function badControl(group: OrderGroup, sequence: number, code: string): Refusal | undefined {
  const control = readControl(group);
  if (CONTROLS.has(control) || (control === 'RE' && code === 'RDE')) return undefined;
  const place = { segment: 'ORC', sequence, field: 1 };
  if (control === '') return refusal('101', 'ORC-1 is required', place);
  return refusal('103', `order control ${control} is not taken here`, place);
}

function withoutMedicine(group: OrderGroup, sequence: number, code: string): Refusal | undefined {
  if (!BRINGING.has(readControl(group))) return undefined;
  const [name, field] = code === 'RDE' ? (['RXE', 2] as const) : (['RXO', 1] as const);
  const segment = firstOf(group, name);
  if (segment === undefined) return refusal('100', `${name} is required`, { segment: name, sequence });
  if (coded(segment, String(field)) === undefined) {
    return refusal('101', `${name}-${field} is required`, { segment: name, sequence, field });
  }
  // ORM has no place for RXR in 2.5.1; OMP and RDE require it.
  if (code === 'ORM' || firstOf(group, 'RXR') !== undefined) return undefined;
  return refusal('100', 'RXR is required', { segment: 'RXR', sequence });
}
