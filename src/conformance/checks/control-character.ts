import type { Examination } from '../examination.js';
import { NONE } from '../instance/instance-tree.js';
import { placeAt } from './offset-place.js';
import { nextSegment } from './walk.js';

/** Tabs are text; CR and LF end lines; ESC belongs to ISO 2022 sets. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f]/;

/** Control characters in values: MLLP and many receivers take them for something else. One finding a segment. */
export function checkControlCharacters({ tree, report }: Examination): void {
  if (!CONTROL.test(tree.text)) return;
  for (let segment = nextSegment(tree, 0); segment !== NONE; segment = nextSegment(tree, segment)) {
    const start = tree.start[segment] ?? 0;
    const at = tree.text.slice(start, tree.end[segment]).search(CONTROL);
    if (at === -1) continue;
    const code = tree.text
      .charCodeAt(start + at)
      .toString(16)
      .toUpperCase()
      .padStart(2, '0');
    report.add({
      code: 'control-character',
      place: placeAt(tree, segment, start + at),
      message: `the control character ${code} stands here`,
      rule: 'HL7 v2 chapter 2, 2.7',
      expected: `\\X${code}\\, or no such character`,
      actual: `the byte ${code}`,
    });
  }
}
