import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/evidence/finding.js';
import { STANDARD_DELIMITERS } from '../../src/hl7/delimiters.js';
import { FieldClasses } from './field-names.js';
import { placeFindings } from './marks.js';
import { segmentView } from './segment-view.js';

function view(text: string, ...paths: readonly string[]): string {
  const findings = paths.map((path): Finding => {
    return { section: 'structure', classification: 'Error', category: 'Usage', code: 'c', path, message: 'm' };
  });
  const { marks } = placeFindings(findings);
  const classes = new FieldClasses(() => undefined);
  return segmentView({ name: text.slice(0, 3), text }, '2.5.1', STANDARD_DELIMITERS, classes, marks).markup;
}

const mark = (path: string, text: string): string =>
  `<mark class="offending bad" data-path="${path}" data-code="c">${text}</mark>`;

describe('segmentView', () => {
  it('gives each field with text an element of its own, and keeps the segment readable as it was', () => {
    expect(view('PID|1||4711^^^H')).toBe('<b>PID</b>|<i class=PID-1>1</i>||<i class=PID-3>4711^^^H</i>');
  });

  it('counts the field separator of a header segment as field 1', () => {
    expect(view('MSH|^~\\&|EHR')).toBe('<b>MSH</b>|<i class=MSH-2>^~\\&amp;</i>|<i class=MSH-3>EHR</i>');
    expect(view('MSH|^~\\&|EHR', 'MSH-3')).toContain(mark('MSH-3', 'EHR'));
  });

  it.each([
    ['PID-3', mark('PID-3', 'A^B&amp;C~D^E')],
    ['PID[1]-3[2]', `A^B&amp;C~${mark('PID-3[2]', 'D^E')}`],
    ['PID[1]-3[2].1', `A^B&amp;C~${mark('PID-3[2].1', 'D')}^E`],
    ['PID-3.2', `A^${mark('PID-3.2', 'B&amp;C')}~D^E`],
    ['PID-3.2.2', `A^B&amp;${mark('PID-3.2.2', 'C')}~D^E`],
  ])('marks exactly %s', (path, inner) => {
    expect(view('PID|||A^B&C~D^E', path)).toBe(`<b>PID</b>|||<i class=PID-3>${inner}</i>`);
  });

  it.each([
    ['PID|1||4711', 'PID-2', `|<i class=PID-2>${mark('PID-2', '<s>empty</s>')}</i>|`],
    ['PID|1', 'PID-4', `<i class=PID-4>${mark('PID-4', '<s>empty</s>')}</i>`],
    ['PID|1|A', 'PID-2.4', `A${mark('PID-2.4', '<s>empty</s>')}`],
    ['PID|1|A', 'PID-2[3].1', `A${mark('PID-2[3].1', '<s>empty</s>')}`],
  ])('marks what is not there in %s at %s', (text, path, expected) => expect(view(text, path)).toContain(expected));

  it('marks the whole line where the path names no field', () => {
    expect(view('NTE|1', 'NTE')).toBe(mark('NTE', '<b>NTE</b>|<i class=NTE-1>1</i>'));
  });

  it('marks two findings on one place, and on a place inside another', () => {
    expect(view('PID|A^B', 'PID-1', 'PID-1.2')).toContain(mark('PID-1', `A^${mark('PID-1.2', 'B')}`));
    expect(view('PID|A', 'PID-1', 'PID-1')).toContain(mark('PID-1', mark('PID-1', 'A')));
  });

  it('makes content inert and cuts what is too long', () => {
    expect(view('NTE|<b onclick="x">')).toBe('<b>NTE</b>|<i class=NTE-1>&lt;b onclick=&quot;x&quot;&gt;</i>');
    expect(view(`OBX|${'A'.repeat(100_000)}`)).toMatch(/A{1500}\u2026 \(98,500 characters more in the journal\)<\/i>$/);
  });

  it('gives no class to what is no segment name', () => {
    expect(view('"><script>|x')).toBe('<b>&quot;&gt;&lt;script&gt;</b>|<i>x</i>');
  });
});
