import { structureOfEvent } from './event-structures.js';
import type { FieldRow, StandardData, TableData } from './standard-data.js';
import type { Structure } from './structure.js';
import { parseStructure } from './structure-notation.js';
import { compareVersions, type StandardVersion } from './versions.js';

/** A field of a segment, or a component of a data type. */
export interface FieldInfo {
  readonly name: string;
  /** The data type's code, `CX`; `VARIES` where another field tells it. */
  readonly datatype: string;
  /** R in the standard. Nothing else follows from `false`: conditional usage is not in the data. */
  readonly required: boolean;
  readonly repeats: boolean;
  /** Infinity where there is no limit. */
  readonly maxRepetitions: number;
  /** Absent where the standard sets no maximum, as in most of 2.7. */
  readonly length?: number;
  /** With four digits, `0001`. */
  readonly table?: string;
}

/** One version of the base standard. Positions are 1-based; what the standard does not know is undefined. */
export class Standard {
  readonly version: StandardVersion;
  readonly #data: StandardData;
  readonly #tables: () => TableData;
  readonly #structures = new Map<string, Structure>();

  /** `tables` is called once the first table is asked for: all versions share that data. */
  constructor(version: StandardVersion, data: StandardData, tables: () => TableData) {
    this.version = version;
    this.#data = data;
    this.#tables = tables;
  }

  /** `PID` -> `Patient Identification`. */
  segmentName(segment: string): string | undefined {
    return own(this.#data.segments, segment)?.[0];
  }

  /** The number of fields that the segment has; 0 where there is no such segment. */
  fieldCount(segment: string): number {
    return own(this.#data.segments, segment)?.[1].length ?? 0;
  }

  fieldInfo(segment: string, position: number): FieldInfo | undefined {
    return info(own(this.#data.segments, segment)?.[1][position - 1]);
  }

  datatypeName(datatype: string): string | undefined {
    return own(this.#data.datatypes, datatype)?.[0];
  }

  /** The number of components; 0 for a primitive or unknown data type. */
  componentCount(datatype: string): number {
    return own(this.#data.datatypes, datatype)?.[1].length ?? 0;
  }

  componentInfo(datatype: string, position: number): FieldInfo | undefined {
    return info(own(this.#data.datatypes, datatype)?.[1][position - 1]);
  }

  tableName(table: string): string | undefined {
    return own(this.#tables().tables, tableKey(table))?.[0];
  }

  /**
   * Code and text of a table (`0001`, `1` or `HL70001`). One merged set for all versions, apart from single codes that
   * are known to be newer: a code that is listed may be missing in an older version.
   */
  tableCodes(table: string): ReadonlyMap<string, string> | undefined {
    const key = tableKey(table);
    const known = own(this.#tables().tables, key);
    if (known === undefined) return undefined;
    const codes = new Map(Object.entries(known[1]));
    for (const addition of this.#tables().additions) {
      const isIncluded = String(addition.table) === key && compareVersions(addition.since, this.version) <= 0;
      if (isIncluded) codes.set(addition.code, addition.text);
    }
    return codes;
  }

  codeText(table: string, code: string): string | undefined {
    return this.tableCodes(table)?.get(code);
  }

  /** The structure id for a message code and trigger event, where this version has a tree of that id. */
  structureFor(code: string, trigger: string): string | undefined {
    const id = structureOfEvent(this.version, code, trigger);
    return id !== undefined && Object.hasOwn(this.#data.structures, id) ? id : undefined;
  }

  structure(id: string): Structure | undefined {
    const text = own(this.#data.structures, id);
    if (text === undefined) return undefined;
    const known = this.#structures.get(id) ?? { id, nodes: parseStructure(text) };
    this.#structures.set(id, known);
    return known;
  }

  structureIds(): readonly string[] {
    return Object.keys(this.#data.structures);
  }

  segmentIds(): readonly string[] {
    return Object.keys(this.#data.segments);
  }

  datatypeIds(): readonly string[] {
    return Object.keys(this.#data.datatypes);
  }
}

/** Without the members that every object inherits: a message may well ask for `constructor`. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function info(row: FieldRow | undefined): FieldInfo | undefined {
  if (row === undefined) return undefined;
  const [name, datatype, optionality, repetitions = 0, length = 0, table = 0] = row;
  return {
    name,
    datatype,
    required: optionality === 2,
    repeats: repetitions !== 1,
    maxRepetitions: repetitions === 0 ? Number.POSITIVE_INFINITY : repetitions,
    ...(length === 0 ? {} : { length }),
    ...(table === 0 ? {} : { table: String(table).padStart(4, '0') }),
  };
}

function tableKey(table: string): string {
  return table.replace(/^(HL7)?0*/, '');
}
