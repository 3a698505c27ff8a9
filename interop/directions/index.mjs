// What foreign senders and parsers make of our side; each part that is wanted, one after the other.
import { keep, keptOf } from '../matrix/kept.mjs';
import { compareReadings } from './reading.mjs';
import { compareSenders } from './senders.mjs';
import { compareStructures } from './structures.mjs';

/** Messages whose readings are compared, by scope. */
const GENERATED = { full: 10_000, quick: 1_000 };

const DIRECTIONS = {
  senders: ({ folder, say }) => compareSenders({ folder, say }),
  reading: ({ seed, scope, say }) => compareReadings({ count: GENERATED[scope], seed, say }),
  structures: ({ say }) => compareStructures({ say }),
};

/** Those of the parts that are wanted which are no part of the matrix. */
export function directionsAmong(parts) {
  return Object.keys(DIRECTIONS).filter((name) => parts.includes(name));
}

/** Tables for the page: title, lead, head and rows, each with a grade. With `resume`, an earlier run's where there is one. */
export async function runDirections(parts, options) {
  const tables = [];
  for (const name of directionsAmong(parts)) tables.push(await runDirection(name, options));
  return tables;
}

async function runDirection(name, options) {
  const { folder, seed, scope, resume, progress } = options;
  const kept = resume ? keptOf(folder, name, { seed, scope }) : undefined;
  if (kept !== undefined) {
    progress.done(name, undefined, 'done before');
    return kept;
  }
  const began = Date.now();
  try {
    const table = await DIRECTIONS[name]({ ...options, say: progress.tell });
    if (table.rows.every(({ grade }) => grade !== 'untestable')) keep(folder, name, { seed, scope }, table);
    progress.done(name, Math.round((Date.now() - began) / 1000), `${table.rows.length} rows`);
    return table;
  } catch (error) {
    progress.done(name, undefined, `NOT TESTED: ${error.message}`);
    return {
      title: name,
      lead: '',
      head: ['', ''],
      rows: [{ name, grade: 'failed', texts: [`not tested: ${error.message}`] }],
    };
  }
}
