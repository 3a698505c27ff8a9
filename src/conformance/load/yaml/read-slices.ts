import { z } from 'zod';
import { section, text, whole } from '../../../base/written.js';
import type { Assertion } from '../../model/assertion.js';
import type { Slicing, SlicingContext } from '../../model/slicing.js';
import { sentenceOf } from '../../wording/assertion-words.js';
import { type DraftNode, groupAround, positionOf } from './draft/draft-node.js';
import { ownDefinitions } from './draft/own-definitions.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { innerOf, type Spot } from './draft/spot.js';
import { ensureDatatype, ensureSegment } from './draft/standard-parts.js';
import { elementSpots } from './element-spots.js';
import { readAssertion } from './read-assertion.js';
import { judgeRule } from './rule-context.js';
import type { Path, YamlSource } from './yaml-source.js';

const SLICE = section({
  /** Id of the flavour, of a segment or data type. */
  use: text,
  when: z.unknown().exactOptional(),
  occurrence: whole(1, 1_000_000).exactOptional(),
  text: z.string().exactOptional(),
});

type WrittenSlice = z.output<typeof SLICE> & { readonly path: Path };

/** What stands under `slices:`: by element, which flavours its occurrences have. */
export function readSlices(draft: ProfileDraft, source: YamlSource, value: unknown): void {
  const written = source.read(z.record(z.string(), z.array(z.unknown())), value, ['slices']) ?? {};
  for (const [key, list] of Object.entries(written)) {
    const path = ['slices', key];
    const slices = list.flatMap((one, index): readonly WrittenSlice[] => {
      const read = source.read(SLICE, one, [...path, index]);
      return read === undefined ? [] : [{ ...read, path: [...path, index] }];
    });
    for (const found of elementSpots(draft, key)) {
      if ('what' in found) source.errorAtKey(path, 'unknown-element', found.what, found.remedy);
      else for (const spot of found.spots) slice(draft, source, spot, slices, path);
    }
  }
}

function slice(draft: ProfileDraft, source: YamlSource, spot: Spot, slices: readonly WrittenSlice[], path: Path): void {
  const inner = innerOf(spot);
  const last = spot.at(-1);
  if (inner.length > 1 || last === undefined || (last.kind === 'structure' && last.node.kind !== 'segment')) {
    source.errorAtKey(path, 'slices-where', 'only segments and fields can be sliced', 'write ORDER.RXA or PID-13');
    return;
  }
  const isKnown = (id: string): boolean => (inner.length === 0 ? ensureSegment(draft, id) : ensureDatatype(draft, id));
  for (const one of slices) {
    if (isKnown(one.use)) continue;
    const remedy = `define it under ${inner.length === 0 ? 'segments' : 'datatypes'}:, extending what it is a flavour of`;
    source.error([...one.path, 'use'], 'dangling-slice', `there is no flavour ${one.use}`, remedy);
  }
  const position = last.kind === 'inner' ? last.position : positionOf((last as { node: DraftNode }).node);
  const slicings = slicingsOf(draft, source, spot, position, slices);
  for (const context of contextsOf(draft, source, spot, slicings, path)) {
    draft.slicings = [...draft.slicings.filter((other) => !isReplaced(other, context, position)), context];
  }
}

/** Slices of the same element in the profile that is extended give way. */
function isReplaced(other: SlicingContext, context: SlicingContext, position: number): boolean {
  const isSame = other.kind === context.kind && other.context === context.context && other.message === context.message;
  return isSame && other.slicings.every((slicing) => slicing.position === position);
}

function contextsOf(
  draft: ProfileDraft,
  source: YamlSource,
  spot: Spot,
  slicings: readonly Slicing[],
  path: Path,
): readonly SlicingContext[] {
  const place = source.keyPlace(path);
  const last = spot.at(-1);
  if (last?.kind === 'structure' && last.node.kind !== 'message') {
    const message = spot[0]?.kind === 'structure' && spot[0].node.kind === 'message' ? spot[0].node : undefined;
    const around = groupAround(last.node);
    const context = around.kind === 'message' ? around.definition.id : around.ref;
    return [{ kind: 'segments', ...(message && { message: message.definition.id }), context, slicings, place }];
  }
  return ownDefinitions(draft, [spot], []).map(({ id }) => ({ kind: 'fields', context: id, slicings, place }));
}

function slicingsOf(
  draft: ProfileDraft,
  source: YamlSource,
  spot: Spot,
  position: number,
  slices: readonly WrittenSlice[],
): readonly Slicing[] {
  const byOccurrence = slices.flatMap(({ use, occurrence }) =>
    occurrence === undefined ? [] : [{ ref: use, occurrence }],
  );
  const byAssertion = slices.flatMap((one) => {
    if (one.occurrence !== undefined) return [];
    const read = readAssertion(source, one.when, [...one.path, 'when']);
    const assertion = read && fromElement(draft, source, read, spot, one.path);
    return read && assertion
      ? [{ ref: one.use, description: one.text ?? sentenceOf(read, (text) => text), assertion }]
      : [];
  });
  return [
    ...(byAssertion.length > 0 ? [{ kind: 'assertion', position, slices: byAssertion } as const] : []),
    ...(byOccurrence.length > 0 ? [{ kind: 'occurrence', position, slices: byOccurrence } as const] : []),
  ];
}

/** A slice is decided by the occurrence itself: all paths start there. */
function fromElement(
  draft: ProfileDraft,
  source: YamlSource,
  assertion: Assertion,
  spot: Spot,
  path: Path,
): Assertion | undefined {
  const judged = judgeRule(draft, assertion, spot, { isPredicate: false, context: spot });
  if (!('what' in judged)) return judged.assertion;
  source.error([...path, 'when'], 'rule-path', judged.what, 'name parts of the sliced element only');
  return undefined;
}
