// The verdicts that are known and written up in FINDINGS.md: anything else is news, of a peer or of Pipehat.
// A system whose every verdict has a cause (`causes/`) is checked by those.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interop } from '../systems.mjs';
import { hasCauses } from './causes.mjs';
import { isAboutReceiving } from './features.mjs';

const file = join(interop, 'expected.json');

const read = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

/** Only what is not ok is written down, by system and scenario; `failed or ok` where it depends on how TCP cuts the bytes. */
export function acceptVerdicts(table, columns, directions) {
  const expected = read();
  for (const [n, { system, missing }] of columns.entries()) {
    if (missing === undefined && !hasCauses(system))
      expected[system.id] = Object.fromEntries(notOk(table, n, expected[system.id] ?? {}));
  }
  for (const { name, grade } of rowsOfDirections(directions)) {
    expected.directions ??= {};
    if (isBroken(grade)) expected.directions[name] = grade;
    else if (grade !== 'untestable') delete expected.directions[name];
  }
  writeFileSync(file, `${JSON.stringify(expected, undefined, 2)}\n`);
}

function notOk(table, n, known) {
  return rowsOf(table, n).flatMap(({ key, cell: { grade } }) => {
    if (known[key]?.split(' or ').includes(grade)) return [[key, known[key]]];
    return grade === 'ok' ? [] : [[key, grade]];
  });
}

/** One line for each cell that is not what it is known to be. */
export function unexpectedVerdicts(table, columns) {
  const expected = read();
  return columns.flatMap(({ system, missing }, n) => {
    const known = expected[system.id] ?? {};
    return missing === undefined && !hasCauses(system)
      ? rowsOf(table, n).flatMap(({ key, cell }) => surpriseOf(system, key, cell, known[key] ?? 'ok'))
      : [];
  });
}

function surpriseOf(system, key, { grade, reason }, known) {
  return known.split(' or ').includes(grade)
    ? []
    : [`UNEXPECTED: ${system.name}: ${key}\n  expected ${known}, actual ${grade}: ${reason}`];
}

/** The same for what foreign senders and readers made of our side. */
export function unexpectedDirections(directions) {
  const known = read().directions ?? {};
  return rowsOfDirections(directions)
    .filter(({ name, grade }) => grade !== 'untestable' && isBroken(grade) !== isBroken(known[name]))
    .map(
      ({ name, grade, texts }) =>
        `UNEXPECTED: ${name}\n  expected ${known[name] ?? 'ok'}, actual ${grade}: ${texts.join(', ')}`,
    );
}

function rowsOfDirections(directions) {
  return directions.flatMap(({ rows }) => rows);
}

function isBroken(grade) {
  return grade === 'failed' || grade === 'unclean';
}

/** What a receiver is judged by, as far as the system ran it. */
function rowsOf(table, n) {
  return table
    .filter(({ file }) => isAboutReceiving(file))
    .flatMap(({ rows }) => rows.map(({ key, cells }) => ({ key, cell: cells[n] })))
    .filter(({ cell }) => cell.page !== undefined);
}
