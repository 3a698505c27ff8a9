import type { EntityIdentifier, OrderNumbers } from '../../src/messages/facts.js';
import { firstOf, type OrderGroup } from './order-groups.js';
import { entityIdentifier } from './values.js';

/** The order numbers of a group: ORC speaks first, OBR where ORC is silent. */
export function readNumbers(group: OrderGroup): OrderNumbers {
  const orc = firstOf(group, 'ORC');
  const obr = firstOf(group, 'OBR');
  const placer = entityIdentifier(orc, '2') ?? entityIdentifier(obr, '2');
  const filler = entityIdentifier(orc, '3') ?? entityIdentifier(obr, '3');
  const placerGroup = entityIdentifier(orc, '4');
  const parent = readParent(group);
  return {
    ...(placer && { placer }),
    ...(filler && { filler }),
    ...(placerGroup && { group: placerGroup }),
    ...(parent && { parent }),
  };
}

function readParent(group: OrderGroup): OrderNumbers['parent'] {
  const orc = firstOf(group, 'ORC');
  const obr = firstOf(group, 'OBR');
  const placer = entityIdentifier(orc, '8.1') ?? entityIdentifier(obr, '29.1');
  const filler = entityIdentifier(orc, '8.2') ?? entityIdentifier(obr, '29.2');
  if (placer === undefined && filler === undefined) return undefined;
  return { ...(placer && { placer }), ...(filler && { filler }) };
}

/** Two numbers are the same when the id is, unless both name an application and these differ. */
export function sameNumber(a: EntityIdentifier | undefined, b: EntityIdentifier | undefined): boolean {
  if (a === undefined || b === undefined || a.id !== b.id) return false;
  return a.namespace === b.namespace || a.namespace === '' || b.namespace === '';
}

/** The number under which an order is known: the placer's, else the filler's. */
export function mainNumber(numbers: OrderNumbers): EntityIdentifier | undefined {
  return numbers.placer ?? numbers.filler;
}

/** Whether `wanted` (from a message or a command) speaks of the order that has `numbers`. */
export function isOrder(numbers: OrderNumbers, wanted: OrderNumbers): boolean {
  return sameNumber(numbers.placer, wanted.placer) || sameNumber(numbers.filler, wanted.filler);
}
