import type { SlicingContext } from '../model/slicing.js';
import { compileSegment } from './compile-segment.js';
import { compileContexts } from './compile-slicing.js';
import type { PlanBuilder } from './plan-builder.js';
import type { SlicingPlan } from './slicing.js';

/** How segments of this group, or of the message itself (its id), are sliced into flavours; undefined where they are not. */
export function compileSegmentSlicing(builder: PlanBuilder, message: string, group: string): SlicingPlan | undefined {
  const isMeant = (context: SlicingContext) =>
    context.kind === 'segments' && context.context === group && (context.message ?? message) === message;
  return compileContexts(builder, builder.profile.slicings.filter(isMeant), compileSegment);
}
