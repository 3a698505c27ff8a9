import type { Examination } from '../examination.js';
import { FIELD, HAS_ESCAPE, HAS_SEPARATOR } from '../instance/instance-tree.js';
import { HL7_NULL } from '../instance/value.js';
import type { DatatypePlan, ElementPlan } from '../plan/plan.js';
import { checkConstant } from './constant.js';
import { checkFormat, formFor } from './format.js';
import { checkLength } from './length.js';
import { declaresDelimiters, reportSeparator } from './separator.js';

/** Format, separators, length and constant of a simple element. HL7's null has none of them. */
export function checkValue(x: Examination, node: number, element: ElementPlan, datatype: DatatypePlan): void {
  const { tree, mode } = x;
  const start = tree.start[node] ?? 0;
  const end = tree.end[node] ?? 0;
  const isNull = end - start === 2 && tree.text.startsWith(HL7_NULL, start);
  if (isNull && (tree.kind[node] === FIELD || !mode.quirks.fewFormats)) return;
  const flags = tree.flags[node] ?? 0;
  const form = datatype.form === undefined ? undefined : formFor(mode, datatype.form);
  if (form !== undefined) checkFormat(x, node, element, form);
  else if ((flags & HAS_SEPARATOR) !== 0 && isText(x, node, datatype)) reportSeparator(x, node, element);
  checkLength(x, node, element, (flags & HAS_ESCAPE) !== 0);
  if (element.constant !== undefined) checkConstant(x, node, element, element.constant);
}

/** Delimiters may stand in MSH-1 and MSH-2, and in what may hold anything. */
function isText(x: Examination, node: number, datatype: DatatypePlan): boolean {
  const isOpen = datatype.isOpen === true && !x.mode.quirks.fewFormats;
  return !isOpen && !declaresDelimiters(x, node);
}
