import type { LoadResult } from '../../../src/evidence/load-result.js';
import { percent, perSecond } from '../figures.js';
import { loadVerdict } from '../load-verdict.js';
import { whyWithheld } from '../withheld.js';
import { compareCounts } from './compare-counts.js';
import { comparePoints } from './compare-points.js';
import type { ComparedRun, CountComparison, LoadComparison, PointComparison, SpeedVerdict } from './load-comparison.js';

/** Which of two runs is the slower, at which percentile, and whether B does any damage that A did not. A is the measure. */
export function compareLoad(a: LoadResult, b: LoadResult): LoadComparison {
  const obstacles = [...withheld('A', a), ...withheld('B', b)];
  const points = obstacles.length > 0 ? [] : comparePoints(a, b);
  const counts = compareCounts(a, b);
  const speed = speedOf(points);
  const worse = counts.filter(({ isWorse }) => isWorse);
  return {
    a: comparedRun(a),
    b: comparedRun(b),
    speed,
    sentence: sentence(speed, points, worse),
    isRegression: speed === 'B is slower' || speed === 'mixed' || worse.length > 0,
    points,
    counts,
    caveats: [
      ...obstacles,
      ...ending('A', a),
      ...ending('B', b),
      ...differences(a, b),
      ...tooShort(points),
      SINGLE_RUNS,
    ],
  };
}

const SINGLE_RUNS =
  'Noise is judged within these two runs. What differs from one run to the next (a warm cache, a busy machine) shows only when each is repeated.';

/** Some percentiles could be told apart, and these could not. */
function tooShort(points: readonly PointComparison[]): readonly string[] {
  const short = points.filter(({ verdict }) => verdict === 'too short').map(({ name }) => percentileName(name));
  if (short.length === 0) return [];
  return [
    `The runs are too short to compare ${short.join(', ')}: there are fewer than 8 seconds that do not hang together.`,
  ];
}

function comparedRun(result: LoadResult): ComparedRun {
  const { name, startedAt, rate, plannedRate, connections, lateness, durationSeconds } = result;
  const latenessP99 = whyWithheld(result) === undefined ? lateness.p99 : Number.NaN;
  return { name, startedAt, rate, plannedRate, connections, seconds: durationSeconds, latenessP99 };
}

function speedOf(points: readonly PointComparison[]): SpeedVerdict {
  const has = (verdict: PointComparison['verdict']): boolean => points.some((point) => point.verdict === verdict);
  if (points.length === 0 || points.every(({ verdict }) => verdict === 'too short')) return 'not comparable';
  if (has('slower')) return has('faster') ? 'mixed' : 'B is slower';
  return has('faster') ? 'B is faster' : 'no difference';
}

function sentence(speed: SpeedVerdict, points: readonly PointComparison[], worse: readonly CountComparison[]): string {
  const told = points.filter(({ verdict }) => verdict === 'slower' || verdict === 'faster');
  const where = told.map(
    ({ name, change, verdict }) => `${percentileName(name)} ${percent(Math.abs(change))} ${verdict}`,
  );
  const damage = worse.map(({ name, a, b }) => `${name} ${a ?? 0} before, ${b ?? 0} now`);
  const first = where.length === 0 ? `${WORDS[speed]}.` : `${WORDS[speed]}: ${where.join(', ')}.`;
  return damage.length === 0 ? first : `${first} B does more damage: ${damage.join(', ')}.`;
}

const WORDS: Readonly<Record<SpeedVerdict, string>> = {
  'B is slower': 'B is slower than A',
  'B is faster': 'B is faster than A',
  'no difference': 'No difference of speed beyond the noise',
  mixed: 'B is slower at some percentiles and faster at others',
  'not comparable': 'The speeds of the two cannot be compared',
};

/** `p99.9` for `p999`. */
export function percentileName(name: PointComparison['name']): string {
  return name === 'p999' ? 'p99.9' : name;
}

function withheld(which: string, result: LoadResult): readonly string[] {
  const reason = whyWithheld(result);
  return reason === undefined ? [] : [`${which}: ${reason}`];
}

function ending(which: string, result: LoadResult): readonly string[] {
  const verdict = loadVerdict(result);
  const early = result.outcome === 'completed' ? [] : [`${which} did not come to its end: it is ${result.outcome}.`];
  const part =
    result.shard === undefined ? [] : [`${which} is part ${result.shard.index + 1} of ${result.shard.of} of a run.`];
  const warned = result.warnings.map((warning) => `${which}: ${warning}`);
  return [
    ...(verdict === 'unreachable' ? [] : early),
    ...(verdict === 'unreachable' ? [`${which} could not reach its system.`] : []),
    ...part,
    ...warned,
  ];
}

/** Two plans that differ say less of two systems. */
function differences(a: LoadResult, b: LoadResult): readonly string[] {
  const said: string[] = [];
  if (Math.abs(b.plannedRate / a.plannedRate - 1) > 0.01) {
    said.push(`The plans differ: A wanted ${perSecond(a.plannedRate)}, B ${perSecond(b.plannedRate)}.`);
  }
  if (a.connections !== b.connections) said.push(`A had ${a.connections} connections, B ${b.connections}.`);
  const types = (result: LoadResult): string => Object.keys(result.byMessage).sort().join(', ');
  if (types(a) !== types(b)) said.push(`The messages differ: A sent ${types(a)}, B ${types(b)}.`);
  if ((a.ledger === undefined) !== (b.ledger === undefined)) {
    said.push(`Only ${a.ledger === undefined ? 'B' : 'A'} watched a far end.`);
  }
  const unanswered = ({ offered, acknowledged }: LoadResult): number =>
    offered === 0 ? 0 : 1 - acknowledged / offered;
  if (Math.abs(unanswered(a) - unanswered(b)) > 0.001) {
    said.push(
      `${percent(unanswered(a))} of A and ${percent(unanswered(b))} of B were never answered: percentiles are of the answered messages only.`,
    );
  }
  return said;
}
