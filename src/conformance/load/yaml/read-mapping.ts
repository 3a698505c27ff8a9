import { z } from 'zod';
import { section, text } from '../../../base/written.js';
import type { DynamicMapping } from '../../model/structure.js';
import { isPlainMap } from './codes-shape.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { ensureDatatype } from './draft/standard-parts.js';
import { readElementPath } from './element-path.js';
import type { Path, YamlSource } from './yaml-source.js';

const MAPPING = section({
  by: text.exactOptional(),
  second: text.exactOptional(),
  cases: z.preprocess(
    (value) =>
      isPlainMap(value) ? Object.entries(value).map(([key, type]) => ({ value: key, datatype: type })) : value,
    z.array(section({ value: z.string(), second: z.string().exactOptional(), datatype: text })),
  ),
});

/** Which data types the field at `position` has by the values of others. Data types of the standard are brought in. */
export function readMapping(
  draft: ProfileDraft,
  source: YamlSource,
  value: unknown,
  path: Path,
  position: number,
): DynamicMapping | undefined {
  const read = source.read(MAPPING, value, path);
  if (read === undefined) return undefined;
  for (const { datatype } of read.cases) {
    if (ensureDatatype(draft, datatype)) continue;
    const remedy = `define it under datatypes:, or name one of HL7 ${draft.heading.hl7Version}`;
    source.error([...path, 'cases'], 'dangling-datatype', `there is no data type ${datatype}`, remedy);
  }
  const reference = read.by === undefined ? undefined : positionText(source, read.by, [...path, 'by']);
  const secondReference =
    read.second === undefined ? undefined : positionText(source, read.second, [...path, 'second']);
  return {
    position,
    ...(reference !== undefined && { reference }),
    ...(secondReference !== undefined && { secondReference }),
    cases: read.cases,
  };
}

/** `OBX-3.1` -> `3.1`. Positions as they are written in IGAMT (`3.1`) are taken too. */
function positionText(source: YamlSource, text: string, path: Path): string | undefined {
  if (/^\d+(\.\d+)*$/.test(text)) return text;
  const element = readElementPath(text);
  if (element?.field !== undefined && element.names.length === 1)
    return [element.field, ...element.components].join('.');
  source.error(path, 'mapping-reference', `"${text}" is no field of this segment`, 'write it like OBX-2 or OBX-3.1');
  return undefined;
}
