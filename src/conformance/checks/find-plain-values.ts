import type { Mode } from '../mode.js';
import type { DefinitionPlan, ElementPlan, ValidationPlan } from '../plan/plan.js';
import type { Report } from '../report/report.js';
import { formFor } from './format.js';
import type { PlainValues } from './plain-values.js';

/** The values of a plan that a glance is enough for. */
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
