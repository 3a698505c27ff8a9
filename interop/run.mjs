// Other people's systems under test, behaviour by behaviour, and both directions: `npm run interop -- --help`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAll } from '../scripts/detect/pool.mjs';
import { directionsAmong, runDirections } from './directions/index.mjs';
import { leavePlace, takePlace } from './matrix/alone.mjs';
import { explain } from './matrix/causes.mjs';
import { acceptVerdicts, unexpectedDirections, unexpectedVerdicts } from './matrix/expected.mjs';
import { markdownOf, writeIntoReadme } from './matrix/markdown.mjs';
import { pageOf } from './matrix/page.mjs';
import { startProgress } from './matrix/progress.mjs';
import { endRuns, partsOf, runSystem } from './matrix/run-system.mjs';
import { tableOf } from './matrix/table.mjs';
import { readOptions } from './options.mjs';
import { prepare } from './prepare.mjs';
import { root, SYSTEMS } from './systems.mjs';

const given = readOptions();
const other = takePlace();
if (other !== undefined) {
  console.error(`interop: a run goes on in this checkout already (process ${other}): wait for it, or end it`);
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    endRuns();
    leavePlace();
    console.error('interop: interrupted; npm run interop -- --resume, with the same options, goes on from here');
    process.exit(130);
  });

const startedAt = new Date();
const { results: folder, only: parts, systems: wanted, jobs } = given;
const say = (text) => process.stderr.write(`${text}\n`);
mkdirSync(folder, { recursive: true });
for (const trouble of prepare(parts, wanted)) say(`NOT TESTABLE: ${trouble}`);

const systems = parts.includes('matrix') ? SYSTEMS.filter(({ id }) => wanted.includes(id)) : [];
const options = { folder, seed: given.seed, scope: given.scope, topics: given.topics, resume: given.resume };
const progress = startProgress({
  parts: [...partsOf(systems, options), ...directionsAmong(parts)],
  atOnce: Math.max(1, Math.min(jobs, systems.length)),
  file: join(folder, 'seconds.json'),
  say,
});
// Engines take longest, so they begin.
const order = [...systems].sort((a, b) => Number(b.kind === 'engine') - Number(a.kind === 'engine'));
const found = await runAll(
  order.map((system) => () => runSystem(system, { ...options, progress })),
  jobs,
);
const columns = systems.map((system) => found[order.indexOf(system)]);
for (const { system, missing } of columns) if (missing) say(`NOT TESTABLE: ${system.name}: ${missing}`);
const directions = await runDirections(parts, { ...options, progress });
leavePlace();

const table = tableOf(columns);
const seconds = Math.round((Date.now() - startedAt.getTime()) / 1000);
const page = join(folder, 'index.html');
writeFileSync(page, pageOf({ table, columns, directions, startedAt: startedAt.toISOString(), seconds, folder }));
writeFileSync(join(folder, 'matrix.md'), markdownOf(table, columns));
writeFileSync(
  join(folder, 'matrix.json'),
  `${JSON.stringify({ startedAt, seconds, table, directions }, undefined, 1)}\n`,
);
if (given.readme) writeIntoReadme(join(root, 'README.md'), markdownOf(table, columns));
if (given.accept) acceptVerdicts(table, columns, directions);
const explained = explain(columns);
for (const line of explained.lines) say(line);
const surprises = [...(given.check ? unexpectedVerdicts(table, columns) : []), ...unexpectedDirections(directions)];
for (const surprise of surprises) say(surprise);
console.log(`matrix: ${page}`);
process.exitCode = surprises.length > 0 || explained.news > 0 ? 1 : 0;
