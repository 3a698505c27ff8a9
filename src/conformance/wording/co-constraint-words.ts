import { never } from '../../base/never.js';
import type { CoConstraint, CoConstraintCell } from '../model/co-constraint.js';
import type { Cardinality } from '../model/usage.js';

/** To which segments a row of a co-constraint table applies: `where OBX-3 is 8302-2 (LN)`. */
export function selectorWords({ selectors }: CoConstraint): string {
  return selectors.length === 0 ? 'every one' : `where ${all(selectors)}`;
}

/** What a row demands of them: `R 1..1, OBX-2 is "NM" and OBX-6 is in UNITS`. */
export function demandWords({ usage, cardinality, constraints }: CoConstraint): string {
  const needed = howMany(usage, cardinality);
  return constraints.length === 0 ? needed : `${needed}, ${all(constraints)}`;
}

/** `R 1..*`. */
export function howMany(usage: string, { min, max }: Cardinality): string {
  return `${usage} ${min}..${max === Number.POSITIVE_INFINITY ? '*' : max}`;
}

function all(cells: readonly CoConstraintCell[]): string {
  return cells.map(cellWords).join(' and ');
}

function cellWords(cell: CoConstraintCell): string {
  const place = cell.name === '' ? cell.path : cell.name;
  switch (cell.kind) {
    case 'plain-text':
      return `${place} is "${cell.value}"`;
    case 'code':
      return `${place} is ${cell.code}${cell.system === '' ? '' : ` (${cell.system})`}${at(cell.locations)}`;
    case 'value-set': {
      const bound = cell.bindings.map(({ sets, strength, locations }) => {
        const how = strength === undefined || strength === 'R' ? '' : ` (${strength})`;
        return `${sets.join(' or ')}${how}${at(locations)}`;
      });
      return `${place} is in ${bound.join(' and in ')}`;
    }
    default:
      return never(cell);
  }
}

function at(locations: readonly { readonly code: string }[]): string {
  return locations.length === 0 ? '' : ` at ${locations.map(({ code }) => code.replaceAll('[1]', '')).join(', ')}`;
}
