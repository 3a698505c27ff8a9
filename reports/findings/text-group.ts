import { type Tone, toneOf } from '../finding-tone.js';
import { type Colour, type Paint, plain } from '../paint.js';
import { elementSpan } from './element-span.js';
import { excerpt } from './excerpt.js';
import type { FindingGroup } from './group.js';
import type { ShownFinding, ValidatedMessage, ValidationFacts } from './validated-message.js';
import { CLASSIFICATION_WORDS, counted } from './words.js';

const COLOURS: Readonly<Record<Tone, Colour>> = { bad: 'red', warn: 'yellow', info: 'cyan', good: 'green' };
/** Characters of a segment line. */
const WIDTH = 100;
/** Places of findings of the same kind that are written out. */
const PLACES = 5;

/** One kind of finding: what, where, the line with the mark, expected and actual, remedy, and where else. */
export function groupText(
  group: FindingGroup,
  message: ValidatedMessage,
  facts: ValidationFacts,
  paint: Paint,
): string {
  const { finding } = group.first;
  const indent = '    ';
  const lines = [
    headline(finding, paint),
    ...locationLines(finding, message, paint),
    ...pairs(finding).map(([name, text]) => `${indent}${paint('dim', name.padEnd(8))} ${plain(text)}`),
    ...(finding.note === undefined ? [] : [`${indent}${paint('yellow', plain(finding.note))}`]),
    ...elsewhere(group, facts).map((line) => `${indent}${paint('dim', plain(line))}`),
  ];
  return lines.join('\n');
}

function headline(finding: ShownFinding, paint: Paint): string {
  const word = CLASSIFICATION_WORDS[finding.classification];
  const place = finding.path ? `  ${finding.path}` : '';
  return `  ${paint(COLOURS[toneOf(finding)], word)}  ${plain(`${finding.code}${place}  ${finding.message}`)}`;
}

/** The line of the source, with the place in a form that editors open, and the mark below. */
function locationLines(finding: ShownFinding, message: ValidatedMessage, paint: Paint): readonly string[] {
  const { line: number, column = 1 } = finding;
  const line = number === undefined ? undefined : message.lines[number - 1];
  if (number === undefined) return [];
  const inSource = message.line + number - 1;
  const place = message.source === '-' ? [] : [paint('dim', `    ${plain(message.source)}:${inSource}:${column}`)];
  if (line === undefined) return place;
  const shown = excerpt(line, elementSpan(line, finding.path, column), WIDTH);
  const gutter = String(inSource).padStart(6);
  const mark = '^'.repeat(Math.max(1, Math.min(shown.length, WIDTH - shown.from)));
  return [
    ...place,
    `${paint('dim', `${gutter} |`)} ${shown.text}`,
    `${paint('dim', `${' '.repeat(6)} |`)} ${' '.repeat(shown.from)}${paint(COLOURS[toneOf(finding)], mark)}`,
  ];
}

function pairs({ expected, actual, rule, remedy }: ShownFinding): readonly (readonly [string, string])[] {
  const all = [
    ['expected', expected],
    ['actual', actual],
    ['rule', rule],
    ['remedy', remedy],
  ] as const;
  return all.flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text] as const]));
}

function elsewhere({ others, followers }: FindingGroup, { isVerbose }: ValidationFacts): readonly string[] {
  const shown = isVerbose ? others : others.slice(0, PLACES);
  const places = shown.map(({ path, line }) => path || `line ${line ?? '?'}`).join(', ');
  const left = others.length - shown.length;
  const more = left > 0 ? ` and ${left} more` : '';
  const follow = followers === 1 ? 'follows' : 'follow';
  return [
    ...(others.length > 0 ? [`also at  ${places}${more}`] : []),
    ...(followers > 0 ? [`${counted(followers, 'more finding')} ${follow} from this; --verbose shows them`] : []),
  ];
}
