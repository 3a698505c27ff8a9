import { never } from '../../base/never.js';
import type { CoConstraintCell } from '../model/co-constraint.js';
import type { Profile } from '../model/profile.js';
import type { CompiledCell } from './co-constraint.js';
import { compileBinding } from './compile-binding.js';
import { type Compilation, compileLocations, compilePath } from './compile-locations.js';

export interface CellCompilation extends Compilation {
  readonly profile: Profile;
}

export function compileCell(cell: CoConstraintCell, work: CellCompilation): CompiledCell {
  const { name } = cell;
  const path = compilePath(cell.path, work);
  switch (cell.kind) {
    case 'plain-text':
      return { kind: 'plain-text', path, name, value: cell.value };
    case 'code': {
      const { code, system } = cell;
      return { kind: 'code', path, name, code, system, locations: compileLocations(cell.locations, work) };
    }
    case 'value-set': {
      const { profile, defects, place } = work;
      const bindings = cell.bindings.map((binding) =>
        compileBinding(profile, name, binding.place === undefined ? { ...binding, place } : binding, defects),
      );
      return { kind: 'value-set', path, name, bindings };
    }
    default:
      return never(cell);
  }
}

/** `OBX-3 = 64994-7 (LN)`: from the profile alone, no value of a message. */
export function describeCell(cell: CoConstraintCell): string {
  switch (cell.kind) {
    case 'plain-text':
      return `${cell.name} = ${cell.value}`;
    case 'code':
      return `${cell.name} = ${cell.code} (${cell.system})`;
    case 'value-set':
      return `${cell.name} is a code of ${cell.bindings.flatMap(({ sets }) => sets).join(', ')}`;
    default:
      return never(cell);
  }
}
