// Why an engine fails scenarios of the go-live suite: `causes/<system>.json` gives each scenario that is not ok to exactly one cause,
// with the clause that it breaks and the words by which its evidence is known. What has no cause, or another reason, is news.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { interop } from '../systems.mjs';

const fileOf = (id) => join(interop, 'causes', `${id}.json`);

/** Whether the verdicts of a system are explained cause by cause. */
export const hasCauses = ({ id }) => existsSync(fileOf(id));

/** What to say of each explained system, and how many of its verdicts are news. */
export function explain(columns) {
  const explained = columns.filter(({ system, missing }) => missing === undefined && hasCauses(system));
  const results = explained.map(({ system, cells, broken }) =>
    explainSystem(system, cells, broken, JSON.parse(readFileSync(fileOf(system.id), 'utf8'))),
  );
  return {
    lines: results.flatMap(({ lines }) => lines),
    news: results.reduce((sum, { news }) => sum + news.length, 0),
  };
}

/** `causes`: by name, each with `signs`, one of which its evidence has, and `scenarios`, each with its grade, or `a or b`. */
export function explainSystem(system, cells, broken, causes) {
  const bad = cells.filter(({ grade }) => grade !== 'ok');
  const judged = cells.map((cell) => ({ cell, ...judge(cell, causes) }));
  const news = [
    ...broken.map((why) => `NOT TESTED: ${why}`),
    ...judged.flatMap(({ trouble }) => trouble ?? []),
    ...twice(cells).map((key) => `TWO SCENARIOS OF ONE NAME: ${key}`),
    ...gone(cells, causes).map((key) => `NO SUCH SCENARIO any more: ${key}`),
  ];
  const end = news.length === 0 ? 'all explained' : `${news.length} of this run NOT explained`;
  const counts = Object.keys(causes).flatMap((name) => countOf(name, judged));
  const head = `${system.name} ${system.version}: ${cells.length} scenarios, ${cells.length - bad.length} ok, ${bad.length} not, ${end}`;
  return { lines: [head, ...counts, ...news.map((text) => `UNEXPLAINED: ${text}`)], news };
}

function countOf(name, judged) {
  const own = judged.filter(({ cell, cause, trouble }) => cause === name && !trouble && cell.grade !== 'ok');
  return own.length === 0 ? [] : [`  ${String(own.length).padStart(3)} ${name}`];
}

function judge({ key, grade, reason = '' }, causes) {
  const named = Object.entries(causes).filter(([, { scenarios }]) => key in scenarios);
  const [cause] = named.map(([name]) => name);
  if (named.length > 1) return { trouble: `${key} has several causes: ${named.map(([name]) => name).join(', ')}` };
  if (cause === undefined) return grade === 'ok' ? {} : { trouble: `${key} is ${grade}: ${reason}` };
  const { scenarios, signs } = causes[cause];
  if (!scenarios[key].split(' or ').includes(grade))
    return { cause, trouble: `${key} is ${grade}, and was ${scenarios[key]} because of ${cause}: ${reason}` };
  if (grade === 'ok' || signs.some((sign) => reason.includes(sign))) return { cause };
  return { cause, trouble: `${key} is ${grade} for another reason than ${cause}: ${reason}` };
}

function twice(cells) {
  const keys = cells.map(({ key }) => key);
  return [...new Set(keys.filter((key, n) => keys.indexOf(key) !== n))];
}

/** Scenarios of a cause whose feature ran without them. */
function gone(cells, causes) {
  const fileOfKey = (key) => key.slice(0, key.indexOf('.feature: '));
  const ran = new Set(cells.map(({ key }) => fileOfKey(key)));
  const keys = new Set(cells.map(({ key }) => key));
  const named = Object.values(causes).flatMap(({ scenarios }) => Object.keys(scenarios));
  return named.filter((key) => ran.has(fileOfKey(key)) && !keys.has(key));
}
