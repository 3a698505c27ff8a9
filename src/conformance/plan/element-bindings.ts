import type { ProfileDefect } from '../model/defect.js';
import type { Profile } from '../model/profile.js';
import type { SourcePlace } from '../model/source-place.js';
import type { ElementDefinition } from '../model/structure.js';
import type { CodeLocation, ValueSetBinding } from '../model/value-set.js';

/** Data types whose code has its system two components further on. */
const CODED = /^C[WN]?E$/;
/** `1`, `1:4`, `1:4:10`; older files write `1 xor 4`. */
const LOCATION = /^\s*\d{1,3}(\s*(:|xor)\s*\d{1,3})*\s*$/;

/**
 * Bindings that the elements of a segment or data type state themselves, the older form: `Binding="HL70001"
 * BindingLocation="1:4"` on a field binds `n[*]`, at components 1 and 4.
 */
export function bindingsOfElements(
  profile: Profile,
  kind: string,
  id: string,
  defects: ProfileDefect[],
): readonly ValueSetBinding[] {
  const place = { file: profile.source };
  return elementsOf(profile, kind, id).flatMap((element) => {
    const { binding, position } = element;
    if (binding === undefined) return [];
    const datatype = profile.datatypes.get(element.datatype)?.name ?? '';
    return {
      target: `${position}[*]`,
      ...(binding.strength === undefined ? {} : { strength: binding.strength }),
      locations: locations(binding.location, CODED.test(datatype), defects, element.place ?? place),
      sets: binding.sets,
      ...(element.place === undefined ? {} : { place: element.place }),
      ...(element.requirement === undefined ? {} : { requirement: element.requirement }),
    };
  });
}

function elementsOf(profile: Profile, kind: string, id: string): readonly ElementDefinition[] {
  if (kind === 'segment') return profile.segments.get(id)?.fields ?? [];
  if (kind === 'datatype') return profile.datatypes.get(id)?.components ?? [];
  return [];
}

function locations(
  text: string | undefined,
  isCoded: boolean,
  defects: ProfileDefect[],
  place: SourcePlace,
): readonly CodeLocation[] {
  if (text === undefined) return [{ code: '.' }];
  if (!LOCATION.test(text)) {
    defects.push({
      severity: 'error',
      code: 'binding-location',
      place,
      message: `'${text}' says not where the code stands`,
      remedy: 'give the positions of the components that may hold the code: 1, or 1:4',
    });
    return [];
  }
  const positions = (text.match(/\d+/g) ?? []).map(Number);
  return positions.map((position) => ({
    code: `${position}[1]`,
    ...(isCoded ? { system: `${position + 2}[1]` } : {}),
  }));
}
