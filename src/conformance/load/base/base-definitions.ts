import type { FieldInfo, Standard } from '../../../standard/standard.js';
import type {
  DatatypeDefinition,
  DynamicMapping,
  ElementDefinition,
  SegmentDefinition,
} from '../../model/structure.js';

/** The type whose values have the form of another type, which a neighbour names. */
export const VARIES = 'VARIES';

/** Types without components; anything else that has none in the standard's data is a composite that it does not describe. */
const PRIMITIVES = new Set('DT DTM FT GTS ID IS NM SI ST TM TN TS TX'.split(' '));

/** Which field tells the type of which: §7.4.2 for OBX, §8.5.2 and 8.5.3 for the master files. */
const TOLD_BY: Readonly<Record<string, { readonly position: number; readonly by: number }>> = {
  OBX: { position: 5, by: 2 },
  MFE: { position: 4, by: 5 },
  MFA: { position: 5, by: 6 },
};

/** As in 2.5 and 2.6. For older versions the data call the time a string, or forget the degree of precision. */
const TIME_STAMP: readonly FieldInfo[] = [
  { name: 'Time', datatype: 'DTM', required: true, repeats: false, maxRepetitions: 1, length: 26 },
  { name: 'Degree of Precision', datatype: 'ID', required: false, repeats: false, maxRepetitions: 1, length: 1 },
];

/** QPD-3 and RDT-1 stand for as many successive fields as the query has parameters or columns. */
const SUCCESSIVE: Readonly<Record<string, number>> = { QPD: 3, RDT: 1 };
const SUCCESSIVE_FIELDS = 40;

/** The definitions of segments and of the data types that they use, of one version of the standard; ids are the names. */
export class BaseDefinitions {
  readonly segments = new Map<string, SegmentDefinition>();
  readonly datatypes = new Map<string, DatatypeDefinition>();
  readonly #source: Standard;

  constructor(source: Standard) {
    this.#source = source;
  }

  addSegment(id: string): void {
    if (this.segments.has(id)) return;
    const fields = this.#fields(id);
    for (const field of fields) this.addDatatype(field.datatype);
    const description = this.#source.segmentName(id) ?? id;
    this.segments.set(id, {
      id,
      name: id,
      description,
      version: this.#source.version,
      fields,
      mappings: this.#mappings(id),
    });
  }

  addDatatype(id: string): void {
    if (this.datatypes.has(id)) return;
    const source = this.#source;
    const components = this.#components(id);
    this.datatypes.set(id, {
      id,
      name: id,
      description: source.datatypeName(id) ?? id,
      version: source.version,
      components,
      ...(components.length === 0 && !PRIMITIVES.has(id) ? { varies: true } : {}),
    });
    for (const component of components) this.addDatatype(component.datatype);
  }

  #components(datatype: string): readonly ElementDefinition[] {
    if (datatype === 'TS') return TIME_STAMP.map((info, index) => element(index + 1, info));
    return listed((position) => this.#source.componentInfo(datatype, position)).map((info, index) =>
      element(index + 1, info),
    );
  }

  #fields(segment: string): readonly ElementDefinition[] {
    const fields = listed((position) => this.#source.fieldInfo(segment, position)).map((info, index) => {
      const { required, maxRepetitions: max } = info;
      return { ...element(index + 1, info), cardinality: { min: required ? 1 : 0, max } };
    });
    if (fields.length === 0) return successive('Field', 1);
    const first = SUCCESSIVE[segment];
    const repeated = first === undefined ? undefined : fields[first - 1];
    return first === undefined || repeated === undefined
      ? fields
      : [...fields.slice(0, first), ...successive(repeated.name, first + 1)];
  }

  #mappings(segment: string): readonly DynamicMapping[] {
    const told = TOLD_BY[segment];
    if (told === undefined || this.#source.fieldInfo(segment, told.position)?.datatype !== VARIES) return [];
    const names = this.#source.datatypeIds().filter((id) => id !== VARIES);
    for (const name of names) this.addDatatype(name);
    const cases = names.map((datatype) => ({ value: datatype, datatype }));
    return [{ position: told.position, reference: String(told.by), cases }];
  }
}

function element(position: number, info: FieldInfo): ElementDefinition {
  return {
    position,
    name: info.name,
    usage: info.required ? 'R' : 'O',
    datatype: info.datatype,
    minLength: 1,
    maxLength: info.length ?? Number.POSITIVE_INFINITY,
  };
}

function successive(name: string, from: number): readonly ElementDefinition[] {
  const info: FieldInfo = {
    name,
    datatype: VARIES,
    required: false,
    repeats: true,
    maxRepetitions: Number.POSITIVE_INFINITY,
  };
  const cardinality = { min: 0, max: Number.POSITIVE_INFINITY };
  return Array.from({ length: SUCCESSIVE_FIELDS - from + 1 }, (_, index) => ({
    ...element(from + index, info),
    cardinality,
  }));
}

function listed(at: (position: number) => FieldInfo | undefined): readonly FieldInfo[] {
  const found: FieldInfo[] = [];
  for (let info = at(1); info !== undefined; info = at(found.length + 1)) found.push(info);
  return found;
}
