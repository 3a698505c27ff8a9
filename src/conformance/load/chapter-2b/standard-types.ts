import { standard } from '../../../standard/load.js';
import { nearestVersion } from '../../../standard/versions.js';
import type { DatatypeDefinition, DynamicMapping } from '../../model/structure.js';
import { BaseDefinitions } from '../base/base-definitions.js';

/** Keeps the standard's types apart from the profile's own of the same name. */
const PREFIX = 'HL7 ';

/** The data types of the base standard that a varying field may have, by the name that its neighbour gives. */
export class StandardTypes {
  readonly #version: string;
  #cases: DynamicMapping['cases'] | undefined;

  constructor(hl7Version: string) {
    this.#version = hl7Version;
  }

  /** Adds the types to `datatypes` on first use. */
  casesIn(datatypes: Map<string, DatatypeDefinition>): DynamicMapping['cases'] {
    if (this.#cases !== undefined) return this.#cases;
    const base = new BaseDefinitions(standard(nearestVersion(this.#version)));
    base.addSegment('OBX');
    for (const { id, components, ...rest } of base.datatypes.values()) {
      const renamed = components.map((component) => ({ ...component, datatype: PREFIX + component.datatype }));
      datatypes.set(PREFIX + id, { ...rest, id: PREFIX + id, components: renamed });
    }
    const cases = base.segments.get('OBX')?.mappings[0]?.cases ?? [];
    this.#cases = cases.map(({ value, datatype }) => ({ value, datatype: PREFIX + datatype }));
    return this.#cases;
  }
}
