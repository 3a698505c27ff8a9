import { meantFor, suiteFeatures } from './plan.mjs';

/** What was noticed, what was not, and what cried without a reason. */
export function summaryOf(caught, calm, { startedAt, finishedAt, isFull }) {
  const defects = caught.map(({ defect, run }) => rowOf(defect, run));
  const falseAlarms = calm.flatMap(({ seed, run }) => run.red.map(({ feature, name }) => ({ seed, feature, name })));
  const ran = new Set(defects.flatMap((row) => Object.keys(row.ran)));
  const telling = defects.filter((row) => !isEverywhere(row));
  const noticed = new Set(telling.flatMap(({ red }) => Object.keys(red)));
  const missed = defects.filter(({ isCaught }) => !isCaught);
  return {
    format: 'pipehat-detect/1',
    startedAt: startedAt.toISOString(),
    seconds: Math.round((finishedAt - startedAt) / 1000),
    defects,
    missed: missed.map(({ name }) => name),
    clean: { runs: calm.length, scenarios: calm.reduce((sum, { run }) => sum + run.scenarios.length, 0), falseAlarms },
    /** Known only where every defect has met every feature. */
    ...(isFull && { withoutDefect: suiteFeatures().filter((feature) => ran.has(feature) && !noticed.has(feature)) }),
    verdict: missed.length === 0 && falseAlarms.length === 0 ? 'passed' : 'failed',
  };
}

function rowOf({ name, description }, run) {
  const [ran, red] = [countByFeature(run.scenarios), countByFeature(run.red)];
  const meant = meantFor(name);
  return { name, description, meant, isCaught: (red[meant] ?? 0) > 0, ran, red };
}

/** A defect that shows in most features, as a wrong id in each acknowledgment does, says nothing of a single one. */
function isEverywhere({ ran, red }) {
  return Object.keys(red).length > Object.keys(ran).length / 2;
}

function countByFeature(scenarios) {
  const counts = {};
  for (const { feature } of scenarios) counts[feature] = (counts[feature] ?? 0) + 1;
  return counts;
}

/** For the terminal: a line for each defect, and the two figures. */
export function textOf({ defects, missed, clean, withoutDefect, seconds }) {
  const width = Math.max(...defects.map(({ name }) => name.length));
  const lines = defects.map(({ name, isCaught, meant, ran, red }) => {
    const others = Object.keys(ran).filter((feature) => feature !== meant);
    const also = others.filter((feature) => red[feature] > 0);
    const where = also.length > 0 ? `: ${also.map(shortName).join(', ')}` : '';
    return `${isCaught ? 'caught' : 'MISSED'}  ${name.padEnd(width)}  and ${also.length} of ${others.length} other features${where}`;
  });
  const alarms = clean.falseAlarms.map(
    ({ seed, feature, name }) => `false alarm under seed ${seed}: ${feature}: ${name}`,
  );
  const idle = withoutDefect?.length
    ? [
        `features that turn red only with a defect that shows nearly everywhere: ${withoutDefect.map(shortName).join(', ')}`,
      ]
    : [];
  return [
    ...lines,
    ...alarms,
    ...idle,
    `${defects.length - missed.length} of ${defects.length} defects caught, each by the feature that is meant for it`,
    `${clean.falseAlarms.length} false alarms in ${clean.runs} runs of the clean engine (${clean.scenarios} scenarios); ${seconds} s`,
  ].join('\n');
}

export function shortName(feature) {
  return feature.replace(/^features\//, '').replace(/\.feature$/, '');
}
