import type { Examination } from '../examination.js';
import { COMPONENT, FIELD, NONE } from '../instance/instance-tree.js';
import type { Mode } from '../mode.js';
import type { DefinitionPlan, ElementPlan, ValidationPlan } from '../plan/plan.js';
import type { Report } from '../report/report.js';
import { formFor } from './format.js';

/**
 * Of which elements a glance at the number of characters tells that they are right, as of most values of a message. Numbers in
 * flat arrays: the glance is four of them, and half of the time that the structure of a message takes is saved.
 */
export interface PlainValues {
  /** By definition: 1 for a data type without components in which any text is right. */
  readonly definitions: Uint8Array;
  /** By element: how many characters its value may have when it occurs once; none, 1 to 0, where more is to be looked at. */
  readonly least: Int32Array;
  readonly most: Int32Array;
}

export function plainValuesOf(plan: ValidationPlan, mode: Mode, report: Report): PlainValues {
  const isPlain = plan.elements.map((element) => isPlainElement(element, mode, report));
  return {
    definitions: Uint8Array.from(plan.definitions, (definition) => Number(isAnyText(definition, mode))),
    least: Int32Array.from(plan.elements, ({ minLength }, at) => (isPlain[at] === true ? minLength : 1)),
    most: Int32Array.from(plan.elements, ({ maxLength }, at) => (isPlain[at] === true ? atMost(maxLength) : 0)),
  };
}

function isAnyText(definition: DefinitionPlan, mode: Mode): boolean {
  if (definition.kind !== 'datatype' || definition.of !== 'primitive') return false;
  return definition.form === undefined || formFor(mode, definition.form) === undefined;
}

/** It may be there once, its length alone is limited, and nobody wants to hear of it. */
function isPlainElement(element: ElementPlan, mode: Mode, report: Report): boolean {
  const { usage, length, constant, hasCardinality, min, max } = element;
  if (usage === 'X' || usage === 'W' || usage === 'IX' || usage === 'B') return false;
  if (usage === 'O' && report.wants('usage-optional')) return false;
  if (constant !== undefined || (hasCardinality && (min > 1 || max < 1))) return false;
  return !mode.quirks.profileFaultsInMessages || length === 'range' || length === 'conformance';
}

const MOST_CHARACTERS = 0x7fff_ffff;

function atMost(length: number): number {
  return Math.min(length, MOST_CHARACTERS);
}

/** Whether nothing is to be said about the field or component, which is the only one at its position. */
export function isPlainlyFine({ tree, plain }: Examination, node: number): boolean {
  const kind = tree.kind[node] ?? NONE;
  if (kind < FIELD || tree.flags[node] !== 0 || plain.definitions[tree.definition[node] ?? NONE] !== 1) return false;
  if (kind < COMPONENT && tree.instance[node] !== 1) return false;
  const element = tree.element[node] ?? NONE;
  const length = (tree.end[node] ?? 0) - (tree.start[node] ?? 0);
  return length >= (plain.least[element] ?? 1) && length <= (plain.most[element] ?? 0);
}
