import type { Examination } from '../examination.js';
import { placeOf } from '../instance/place.js';
import { simpleValue } from '../instance/value.js';
import type { ElementPlan } from '../plan/plan.js';

/** The value, with the escapes of the delimiters resolved, is the constant that the profile demands. */
export function checkConstant(x: Examination, node: number, element: ElementPlan, constant: string): void {
  const actual = simpleValue(x.tree, node);
  if (actual === constant) return;
  x.report.add({
    code: 'constant-mismatch',
    place: placeOf(x.tree, node),
    message: `${element.name} is not the constant ${JSON.stringify(constant)}`,
    expected: constant,
    actual,
    rule: element.requirement,
  });
}

/** A constant can only be demanded of a value, not of an element with parts. */
export function checkConstantOnComposite(x: Examination, node: number, element: ElementPlan): void {
  if (element.constant === undefined || !x.mode.quirks.profileFaultsInMessages) return;
  const message = `the profile demands the constant ${JSON.stringify(element.constant)} of ${element.name}, which has components`;
  x.report.add({ code: 'constant-on-composite', place: placeOf(x.tree, node), message });
}
