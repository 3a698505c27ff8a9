import { standard } from '../../../../standard/load.js';
import { isStandardVersion } from '../../../../standard/versions.js';
import { BaseDefinitions } from '../../base/base-definitions.js';
import { tableBindings, tablesOf } from '../../base/base-tables.js';
import type { ProfileDraft } from './profile-draft.js';

/** Makes sure that there is a data type of that id; one of the standard is brought in. */
export function ensureDatatype(draft: ProfileDraft, id: string): boolean {
  if (!draft.datatypes.has(id)) bringIn(draft, (definitions) => definitions.addDatatype(id));
  return draft.datatypes.has(id);
}

export function ensureSegment(draft: ProfileDraft, id: string): boolean {
  if (!draft.segments.has(id)) bringIn(draft, (definitions) => definitions.addSegment(id));
  return draft.segments.has(id);
}

/** Brings in what `add` wants of the standard, with its tables. What the draft has already stays as it is. */
function bringIn(draft: ProfileDraft, add: (definitions: BaseDefinitions) => void): void {
  const { hl7Version } = draft.heading;
  if (!isStandardVersion(hl7Version)) return;
  const source = standard(hl7Version);
  const definitions = new BaseDefinitions(source);
  add(definitions);
  const segments = new Map(
    [...definitions.segments].filter(([id]) => !draft.segments.has(id) && source.fieldCount(id) > 0),
  );
  const datatypes = new Map(
    [...definitions.datatypes].filter(
      ([id]) => !draft.datatypes.has(id) && (source.datatypeName(id) !== undefined || segments.size > 0),
    ),
  );
  for (const [id, segment] of segments) draft.segments.set(id, segment);
  for (const [id, datatype] of datatypes) draft.datatypes.set(id, datatype);
  const bindings = tableBindings(source, segments, datatypes);
  draft.rules.bindings.push(...bindings);
  for (const set of tablesOf(source, bindings)) if (!draft.valueSets.has(set.id)) draft.valueSets.set(set.id, set);
}
