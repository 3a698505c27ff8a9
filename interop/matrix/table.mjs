// Behaviours by systems: the rows of the matrix, in the order in which the features stand.
import { isAboutReceiving, isForEverySystem } from './features.mjs';

const UNGRADED = { grade: 'untestable', reason: 'this system runs the features of a receiver only' };

/** `columns` are the results of `runSystem`. Features in order, each with its scenarios and a cell for each system. */
export function tableOf(columns) {
  const byKey = columns.map(({ cells }) => new Map(cells.map((cell) => [cell.key, cell])));
  const scenarios = new Map();
  for (const { cells } of columns)
    for (const cell of cells) if (!scenarios.has(cell.key)) scenarios.set(cell.key, cell);
  const features = new Map();
  for (const [key, { uri, feature, name }] of scenarios) {
    const row = { key, name, cells: columns.map(({ missing }, n) => byKey[n].get(key) ?? ungraded(missing)) };
    const file = uri.slice(uri.lastIndexOf('features/'));
    if (!features.has(file)) features.set(file, { file, feature, rows: [] });
    features.get(file).rows.push(row);
  }
  return [...features.values()].sort((a, b) => placeOf(a.file) - placeOf(b.file) || (a.file < b.file ? -1 : 1));
}

function ungraded(missing) {
  return missing === undefined ? UNGRADED : { grade: 'untestable', reason: missing };
}

/** What every system runs stands first, and of that what a receiver is judged by. */
function placeOf(file) {
  return isAboutReceiving(file) ? 0 : isForEverySystem(file) ? 1 : 2;
}

/** `17 of 20`: how many scenarios of a feature a system passes, of those that could be judged. */
export function shareOf({ rows }, n) {
  const grades = rows.map(({ cells }) => cells[n].grade).filter((grade) => grade !== 'untestable');
  const good = grades.filter((grade) => grade === 'ok' || grade === 'tolerated');
  return { good: good.length, judged: grades.length };
}
