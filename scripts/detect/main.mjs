// Shows that the suite notices: every defect of the demo engine is switched on, one at a time, and the scenario that is meant for it
// must go red; then the engine without a defect runs the whole suite under many seeds, and nothing may.
//   npm run detect -- --seeds 50      clean runs under 50 seeds (10 unless told otherwise)
//   npm run detect -- --sample 8      features beside the one that is meant, drawn by --seed for each defect (4)
//   npm run detect -- --full          the whole suite with every defect
//   npm run detect -- --defect always-aa
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFECTS } from '../../dist/src/demo/defects.js';
import { pageOf } from './page.mjs';
import { featuresFor, suiteFeatures } from './plan.mjs';
import { runAll } from './pool.mjs';
import { runSuite } from './run-suite.mjs';
import { summaryOf, textOf } from './summary.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    sample: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    defect: { type: 'string', multiple: true },
    full: { type: 'boolean', default: false },
    results: { type: 'string', default: 'results' },
  },
});

const number = (name) => {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= 0) return value;
  console.error(`detect: --${name}: "${values[name]}" is no whole number; for example --${name} 10`);
  process.exit(2);
};
const [seeds, sample, jobs] = [number('seeds'), number('sample'), Math.max(1, number('jobs'))];

const unknown = (values.defect ?? []).filter((name) => !DEFECTS.some((defect) => defect.name === name));
if (unknown.length > 0) {
  console.error(
    `detect: there is no defect "${unknown[0]}"; those that there are: ${DEFECTS.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

const startedAt = new Date();
const folder = join(values.results, `detect-${startedAt.toISOString().slice(0, 19).replaceAll(':', '-')}Z`);
mkdirSync(folder, { recursive: true });
const say = (text) => process.stderr.write(`${text}\n`);

const chosen = DEFECTS.filter(({ name }) => values.defect === undefined || values.defect.includes(name));
const defective = chosen.map((defect) => async () => {
  const features = featuresFor(defect.name, { sample, seed: values.seed, isFull: values.full });
  const run = await runSuite({
    defect: defect.name,
    seed: values.seed,
    features,
    folder: join(folder, 'runs', defect.name),
  });
  say(`${defect.name}: ${run.red.length} of ${run.scenarios.length} scenarios red`);
  return { defect, run };
});
const clean = Array.from({ length: seeds }, (_, n) => async () => {
  const seed = `clean-${n + 1}`;
  const run = await runSuite({ seed, features: suiteFeatures(), folder: join(folder, 'runs', seed) });
  say(`clean, seed ${seed}: ${run.scenarios.length} scenarios, ${run.red.length} false alarms`);
  return { seed, run };
});

const [caught, calm] = [await runAll(defective, jobs), await runAll(clean, jobs)];
const summary = summaryOf(caught, calm, { startedAt, finishedAt: new Date(), isFull: values.full });
writeFileSync(join(folder, 'detect.json'), `${JSON.stringify(summary, undefined, 2)}\n`);
writeFileSync(join(folder, 'index.html'), pageOf(summary));
console.log(textOf(summary));
console.log(`matrix: ${join(folder, 'index.html')}`);
process.exitCode = summary.verdict === 'passed' ? 0 : 1;
