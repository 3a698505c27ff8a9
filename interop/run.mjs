// Other people's systems under test, behaviour by behaviour, and both directions:
//   npm run interop                                everything that this machine can run
//   npm run interop -- --systems simple-hl7,hapi   some of the systems
//   npm run interop -- --only matrix               or senders, reading, structures
//   npm run interop -- --scope quick               only what a receiver is judged by, and 1,000 messages instead of 10,000 (full)
//   npm run interop -- --topics adt,transport/odd  only these parts of the suite
//   npm run interop -- --jobs 4                    so many systems at a time (2)
//   npm run interop -- --resume                    goes on where a run was interrupted: what it has done is not done again
//   npm run interop -- --check                     fails where a verdict is not the one of expected.json; --accept writes them there
//   npm run interop -- --readme                    puts the table into README.md
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
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
import { prepare } from './prepare.mjs';
import { root, SYSTEMS } from './systems.mjs';

const { values } = parseArgs({
  options: {
    systems: { type: 'string', default: SYSTEMS.map(({ id }) => id).join(',') },
    only: { type: 'string', default: 'matrix,senders,reading,structures' },
    results: { type: 'string', default: join(root, 'results', 'interop') },
    scope: { type: 'string', default: 'full' },
    topics: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    seed: { type: 'string', default: 'interop' },
    resume: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    accept: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});

if (!['full', 'quick'].includes(values.scope)) {
  console.error(`interop: there is no scope "${values.scope}"; there are: full, quick`);
  process.exit(2);
}
const wanted = values.systems.split(',');
const unknown = wanted.find((id) => !SYSTEMS.some((system) => system.id === id));
if (unknown !== undefined) {
  console.error(`interop: there is no system "${unknown}"; there are: ${SYSTEMS.map(({ id }) => id).join(', ')}`);
  process.exit(2);
}

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
const folder = values.results;
const say = (text) => process.stderr.write(`${text}\n`);
const parts = values.only.split(',');
mkdirSync(folder, { recursive: true });
for (const trouble of prepare(parts, wanted)) say(`NOT TESTABLE: ${trouble}`);

const systems = parts.includes('matrix') ? SYSTEMS.filter(({ id }) => wanted.includes(id)) : [];
const jobs = Number(values.jobs);
const options = {
  folder,
  seed: values.seed,
  scope: values.scope,
  topics: values.topics?.split(','),
  resume: values.resume,
};
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
if (values.readme) writeIntoReadme(join(root, 'README.md'), markdownOf(table, columns));
if (values.accept) acceptVerdicts(table, columns, directions);
const explained = explain(columns);
for (const line of explained.lines) say(line);
const surprises = [...(values.check ? unexpectedVerdicts(table, columns) : []), ...unexpectedDirections(directions)];
for (const surprise of surprises) say(surprise);
console.log(`matrix: ${page}`);
process.exitCode = surprises.length > 0 || explained.news > 0 ? 1 : 0;
