import type { SourcePlace } from '../model/source-place.js';
import type { DynamicMapping, SegmentDefinition } from '../model/structure.js';
import { compileDatatype, compileElements } from './compile-datatype.js';
import { compileFieldSlicing } from './compile-slicing.js';
import type { MappingPlan, SegmentPlan } from './plan.js';
import { type PlanBuilder, reportDefect, reserve } from './plan-builder.js';

/** Index of the segment's definition, compiled once; `askedBy` is the place that names it. */
export function compileSegment(builder: PlanBuilder, id: string, askedBy: SourcePlace | undefined): number {
  const known = builder.segments.get(id);
  if (known !== undefined) return known;
  const index = reserve(builder);
  builder.segments.set(id, index);
  const segment = builder.profile.segments.get(id) ?? missing(builder, id, askedBy);
  builder.definitions[index] = plan(builder, index, segment);
  return index;
}

function missing(builder: PlanBuilder, id: string, askedBy: SourcePlace | undefined): SegmentDefinition {
  const message = `no segment has the id ${JSON.stringify(id)}`;
  reportDefect(builder, 'dangling-segment', askedBy, message, 'define the segment, or name one that is defined');
  return { id, name: id, description: '', fields: [], mappings: [] };
}

function plan(builder: PlanBuilder, index: number, segment: SegmentDefinition): SegmentPlan {
  const { id, name } = segment;
  const children = compileElements(builder, segment.fields, true, segment.place);
  const rules = builder.rulesOf('segment', name, id);
  const slicing = compileFieldSlicing(builder, id);
  const mappings = segment.mappings.map((mapping) => compileMapping(builder, segment, mapping));
  return {
    kind: 'segment',
    index,
    id,
    name,
    children,
    mappings,
    rules,
    slicing,
  };
}

function compileMapping(builder: PlanBuilder, segment: SegmentDefinition, mapping: DynamicMapping): MappingPlan {
  const { position } = mapping;
  const [reference, secondReference] = [mapping.reference, mapping.secondReference].map((text) =>
    text === undefined ? undefined : readReference(builder, segment, text),
  );
  const cases = new Map<string, number>();
  for (const { value, second = '', datatype } of mapping.cases) {
    const key = second === '' ? value : `${value}\n${second}`;
    cases.set(key, compileDatatype(builder, datatype, segment.place));
  }
  return {
    position,
    ...(reference === undefined ? {} : { reference }),
    ...(secondReference === undefined ? {} : { secondReference }),
    cases,
  };
}

/** `2` or `3.1`: field, component, subcomponent. */
function readReference(builder: PlanBuilder, segment: SegmentDefinition, text: string): readonly number[] {
  const positions = text.split('.').map(Number);
  if (positions.every((position) => Number.isInteger(position) && position > 0)) return positions;
  const message = `the dynamic mapping of ${segment.id} looks at ${JSON.stringify(text)}, which is no position`;
  reportDefect(builder, 'mapping-reference-unreadable', segment.place, message, 'write it as 2 or 3.1');
  return [1];
}
