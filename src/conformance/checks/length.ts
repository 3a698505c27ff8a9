import type { Classification } from '../../evidence/finding.js';
import type { Examination } from '../examination.js';
import { placeOf } from '../instance/place.js';
import { rawValue, unescapeDelimiters } from '../instance/value.js';
import type { ElementPlan } from '../plan/plan.js';
import type { FindingCode } from '../report/finding-codes.js';

/** Characters of the value, with the escapes of the delimiters resolved. `hasEscapes`: the escape character occurs in it. */
export function checkLength(x: Examination, node: number, element: ElementPlan, hasEscapes: boolean): void {
  const { tree } = x;
  if (x.mode.quirks.profileFaultsInMessages && element.length !== 'range' && element.length !== 'conformance') {
    reportFault(x, node, element);
    return;
  }
  const plain = (tree.end[node] ?? 0) - (tree.start[node] ?? 0);
  const isWithin = plain >= element.minLength && plain <= element.maxLength;
  if (isWithin && !hasEscapes) return;
  const length = hasEscapes ? unescapeDelimiters(rawValue(tree, node), tree.delimiters).length : plain;
  if (length >= element.minLength && length <= element.maxLength) return;
  if (element.length === 'conformance' && !x.mode.quirks.conformanceLengthIsLimit)
    reportCapacity(x, node, element, length);
  else reportLength(x, length < element.minLength ? 'length-too-short' : 'length-too-long', node, element, length);
}

function reportFault(x: Examination, node: number, element: ElementPlan): void {
  const isTwice = element.length === 'both';
  const message = isTwice
    ? `the profile states a length and a conformance length for ${element.name}; only one may be there`
    : `the profile states no length for ${element.name}`;
  x.report.add({ code: isTwice ? 'length-stated-twice' : 'length-not-stated', place: placeOf(x.tree, node), message });
}

/** What is longer than the conformance length may be sent, but not every receiver keeps all of it (chapter 2, 2.5.5.2). */
function reportCapacity(x: Examination, node: number, element: ElementPlan, length: number): void {
  const classification = element.truncation === 'forbidden' ? 'Warning' : undefined;
  reportLength(x, 'conformance-length-exceeded', node, element, length, classification);
}

function reportLength(
  x: Examination,
  code: FindingCode,
  node: number,
  element: ElementPlan,
  length: number,
  classification?: Classification,
): void {
  if (classification === undefined && !x.report.wants(code)) return;
  const bounds = `${element.minLength}..${element.maxLength === Number.POSITIVE_INFINITY ? '*' : element.maxLength}`;
  x.report.add({
    code,
    place: placeOf(x.tree, node),
    message: `${element.name} has ${length} characters; it may have ${bounds}`,
    expected: bounds,
    actual: rawValue(x.tree, node),
    classification,
    rule: element.requirement,
  });
}
