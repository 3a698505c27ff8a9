import { type Colour, painter, plain } from '../../paint.js';
import { grouped, latency, percent, perSecond, signed } from '../figures.js';
import type { LoadTextOptions } from '../text.js';
import { textTable } from '../text-table.js';
import { percentileName } from './compare-load.js';
import {
  type ComparedRun,
  type CountComparison,
  type LoadComparison,
  METHOD,
  type PointComparison,
} from './load-comparison.js';

/** Two runs side by side for a terminal. Ends without line feed. */
export function comparisonText(comparison: LoadComparison, options: LoadTextOptions = { colours: false }): string {
  const paint = painter(options.colours);
  const { a, b, points, counts, caveats, sentence, isRegression, speed } = comparison;
  const colour: Colour = isRegression ? 'red' : speed === 'not comparable' ? 'yellow' : 'green';
  const parts = [
    [paint(colour, sentence)],
    textTable([run('A', a), run('B', b)]),
    points.length === 0 ? [] : textTable([HEADS, ...points.map(pointRow)]),
    textTable([['', 'A', 'B'], ...counts.map(countRow)]),
    caveats.map((caveat) => paint('yellow', `! ${caveat}`)),
    points.length === 0 ? [] : [METHOD],
  ];
  return plain(parts.flatMap((lines) => (lines.length === 0 ? [] : [...lines, ''])).join('\n')).trimEnd();
}

const HEADS = ['response', 'A', 'B', 'change', 'B slower in', 'by chance', ''];

function run(
  letter: string,
  { name, startedAt, rate, plannedRate, connections, latenessP99 }: ComparedRun,
): readonly string[] {
  const rates = `${perSecond(rate)} of ${perSecond(plannedRate)}`;
  return [`${letter}  ${name}`, startedAt, rates, `${connections} connections`, `lateness p99 ${latency(latenessP99)}`];
}

function pointRow({ name, a, b, change, slowerShare, chance, verdict }: PointComparison): readonly string[] {
  return [
    percentileName(name),
    latency(a),
    latency(b),
    signed(change, percent),
    `${percent(slowerShare)} of pairs`,
    percent(chance),
    verdict,
  ];
}

function countRow({ name, a, b, isWorse }: CountComparison): readonly string[] {
  const text = (count: number | undefined): string => (count === undefined ? 'not watched' : grouped(count));
  return [name, text(a), text(b), ...(isWorse ? ['worse'] : [])];
}
