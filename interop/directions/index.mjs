// What foreign senders and parsers make of our side; each part that is wanted, one after the other.
import { compareReadings } from './reading.mjs';
import { compareSenders } from './senders.mjs';
import { compareStructures } from './structures.mjs';

const GENERATED = 10_000;

/** Tables for the page: title, lead, head and rows, each with a grade. */
export async function runDirections(parts, { folder, seed, messages = GENERATED, say }) {
  const tables = [];
  if (parts.includes('senders')) tables.push(await compareSenders({ folder, say }));
  if (parts.includes('reading')) tables.push(await compareReadings({ count: messages, seed, say }));
  if (parts.includes('structures')) tables.push(await compareStructures({ say }));
  return tables;
}
