import type { SourcePlace } from '../model/source-place.js';
import type { DatatypeDefinition, ElementDefinition } from '../model/structure.js';
import { compileElement } from './compile-element.js';
import type { DatatypePlan, ElementPlan } from './plan.js';
import { addElement, type PlanBuilder, reportDefect, reserve } from './plan-builder.js';
import { valueForm } from './value-form.js';

/** Index of the data type's definition, compiled once; `askedBy` is the place that names it. */
export function compileDatatype(builder: PlanBuilder, id: string, askedBy: SourcePlace | undefined): number {
  const known = builder.datatypes.get(id);
  if (known !== undefined) return known;
  const index = reserve(builder);
  builder.datatypes.set(id, index);
  const datatype = builder.profile.datatypes.get(id) ?? missing(builder, id, askedBy);
  builder.definitions[index] = plan(builder, index, datatype);
  return index;
}

function missing(builder: PlanBuilder, id: string, askedBy: SourcePlace | undefined): DatatypeDefinition {
  const message = `no data type has the id ${JSON.stringify(id)}`;
  reportDefect(builder, 'dangling-datatype', askedBy, message, 'define the data type, or name one that is defined');
  return { id, name: id, description: '', components: [] };
}

function plan(builder: PlanBuilder, index: number, datatype: DatatypeDefinition): DatatypePlan {
  const { id, name, components } = datatype;
  const children = compileElements(builder, components, false, datatype.place);
  const isPrimitive = children.length === 0;
  const form = valueForm(name, isPrimitive, builder.profile.hl7Version);
  return {
    kind: 'datatype',
    index,
    id,
    name,
    of: isPrimitive ? 'primitive' : 'composite',
    children,
    form,
    isOpen: isPrimitive && datatype.varies === true,
    rules: builder.rulesOf('datatype', name, id),
  };
}

/** Fields or components, which must stand at the positions 1, 2, 3 ... */
export function compileElements(
  builder: PlanBuilder,
  elements: readonly ElementDefinition[],
  areFields: boolean,
  place: SourcePlace | undefined,
): ElementPlan[] {
  const sorted = [...elements].sort((a, b) => a.position - b.position);
  return sorted.map((element, at) => {
    if (element.position !== at + 1) {
      const message = `position ${at + 1} is missing or stands twice before ${JSON.stringify(element.name)}`;
      reportDefect(
        builder,
        'position-gap',
        element.place ?? place,
        message,
        'number the elements 1, 2, 3 without gaps',
      );
    }
    const definition = compileDatatype(builder, element.datatype, element.place ?? place);
    return addElement(builder, compileElement(element, definition, areFields));
  });
}
