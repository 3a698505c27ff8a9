import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';
import type { SingleCodeBinding, ValueSetBinding } from '../model/value-set.js';
import type { CompiledBinding, CompiledSingleCode } from './binding.js';
import { compileLocations, compilePath } from './compile-locations.js';
import { compileValueSet } from './compile-value-set.js';

/** A binding made for checking; `name` is that of the definition or element that it is about, for sentences. */
export function compileBinding(
  profile: Profile,
  name: string,
  binding: ValueSetBinding,
  defects: ProfileDefect[],
): CompiledBinding {
  const place = binding.place ?? { file: profile.source };
  const compilation = { defects, place, subject: `the binding of ${binding.sets.join(', ')} in ${name}` };
  const sets = binding.sets.map((id) => compileValueSet(profile.valueSets, id, defects, place));
  const { strength } = binding;
  return {
    target: compilePath(binding.target, compilation),
    ...(strength === undefined ? {} : { strength }),
    locations: compileLocations(binding.locations, compilation),
    sets,
    listed: sets.filter(({ state }) => state === 'listed'),
    isSound: strength !== 'U' && sets.every(({ state }) => state === 'listed' || state === 'excluded'),
    isDynamic: sets.some(({ stability }) => stability === 'Dynamic'),
    isRepeated: false,
    rule: binding.requirement ?? `${name} ${binding.target} ${binding.sets.join(' ')}`,
  };
}

/** `name` as of a binding. */
export function compileSingleCode(
  profile: Profile,
  name: string,
  { target, code, system, locations, place }: SingleCodeBinding,
  defects: ProfileDefect[],
): CompiledSingleCode {
  const where = place ?? { file: profile.source };
  const compilation = { defects, place: where, subject: `the single code ${code} in ${name}` };
  return {
    target: compilePath(target, compilation),
    code,
    system,
    locations: compileLocations(locations, compilation),
    rule: `${name} ${target} ${code} (${system})`,
  };
}
