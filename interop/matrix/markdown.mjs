// The table that the README shows: what a receiver is judged by, scenario by scenario, and the rest by its counts.
import { readFileSync, writeFileSync } from 'node:fs';
import { isAboutReceiving, isForEverySystem } from './features.mjs';
import { shareOf } from './table.mjs';

const MARKS = { ok: '✔', tolerated: '(✔)', failed: '✘', unclean: '✘✘', untestable: '–' };
const BEGIN = '<!-- interop: written by npm run interop -- --readme -->';
const END = '<!-- /interop -->';

export function markdownOf(table, columns) {
  const head = ['', ...columns.map(({ system }) => `${system.name} ${system.version}`)];
  const receiving = table.filter(({ file }) => isAboutReceiving(file));
  const others = table.filter(({ file }) => !isAboutReceiving(file) && isForEverySystem(file));
  const suite = {
    feature: 'the rest of the go-live suite',
    rows: table.filter(({ file }) => !isForEverySystem(file)).flatMap(({ rows }) => rows),
  };
  const lines = [
    ...receiving.flatMap(({ rows }) =>
      rows.map(({ name, cells }) => [name, ...cells.map(({ grade }) => MARKS[grade])]),
    ),
    ...[...others, suite].map((feature) => [
      `*${feature.feature}*`,
      ...columns.map(({ system }, n) => (system.kind === 'engine' ? shareText(shareOf(feature, n)) : '')),
    ]),
  ];
  const rule = head.map((_, n) => (n === 0 ? '---' : ':-:'));
  return `${[head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n${LEGEND}\n`;
}

const LEGEND =
  '✔ ok · (✔) with a deviation that is tolerated · ✘ failed · ✘✘ failed and closed the connection or died · – not testable here. Numbers, for engines: scenarios that pass, of those that could be judged.';

function shareText({ good, judged }) {
  return judged === 0 ? MARKS.untestable : `${good}/${judged}`;
}

/** Puts the table between its two marks. */
export function writeIntoReadme(file, markdown) {
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new Error(`${file} has no place for the table: it needs the lines ${BEGIN} and ${END}`);
  writeFileSync(file, `${text.slice(0, begin + BEGIN.length)}\n\n${markdown}\n${text.slice(end)}`);
}
