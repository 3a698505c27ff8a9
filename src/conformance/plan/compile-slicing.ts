import type { Slicing, SlicingContext } from '../model/slicing.js';
import type { SourcePlace } from '../model/source-place.js';
import { compileAssertion } from './assertion.js';
import { compileDatatype } from './compile-datatype.js';
import type { PlanBuilder } from './plan-builder.js';
import type { CompiledSlicing, SlicingPlan } from './slicing.js';

/** How fields of this segment are sliced into data type flavours; undefined where they are not. */
export function compileFieldSlicing(builder: PlanBuilder, segment: string): SlicingPlan | undefined {
  const contexts = builder.profile.slicings.filter(
    (context) => context.kind === 'fields' && context.context === segment,
  );
  return compileContexts(builder, contexts, compileDatatype);
}

/** Compiles a flavour by its id to the index of its definition. */
export type CompileFlavour = (builder: PlanBuilder, id: string, askedBy: SourcePlace | undefined) => number;

/** The slicings of all contexts by position; undefined where there is none. */
export function compileContexts(
  builder: PlanBuilder,
  contexts: readonly SlicingContext[],
  compileFlavour: CompileFlavour,
): SlicingPlan | undefined {
  if (contexts.length === 0) return undefined;
  const plan = new Map<number, CompiledSlicing>();
  for (const context of contexts) {
    for (const slicing of context.slicings) {
      plan.set(slicing.position, compileOne(builder, context, slicing, compileFlavour));
    }
  }
  return plan;
}

function compileOne(
  builder: PlanBuilder,
  { place }: SlicingContext,
  slicing: Slicing,
  compileFlavour: CompileFlavour,
): CompiledSlicing {
  if (slicing.kind === 'occurrence') {
    const slices = slicing.slices.map(({ ref, occurrence }) => ({
      definition: compileFlavour(builder, ref, place),
      occurrence,
    }));
    return { kind: 'occurrence', slices };
  }
  const where = place ?? { file: builder.profile.source };
  const slices = slicing.slices.map(({ ref, description, assertion }) => ({
    definition: compileFlavour(builder, ref, place),
    description,
    assertion: compileAssertion(assertion, builder.profile.valueSets, builder.defects, where),
  }));
  return { kind: 'assertion', slices };
}
