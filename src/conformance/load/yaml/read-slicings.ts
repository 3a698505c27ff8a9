import { z } from 'zod';
import { section, text, whole } from '../../../base/written.js';
import type { Slicing } from '../../model/slicing.js';
import type { ProfileDraft } from './draft/profile-draft.js';
import { readAssertion } from './read-assertion.js';
import type { Path, YamlSource } from './yaml-source.js';

const position = whole(1, 9999);
const CONTEXT = section({
  of: z.enum(['segments', 'fields']),
  message: text.exactOptional(),
  context: text,
  slicings: z.array(z.unknown()),
});
const BY_ASSERTION = section({
  position,
  slices: z.array(section({ use: text, text: z.string().default(''), when: z.unknown() })),
});
const BY_OCCURRENCE = section({
  position,
  occurrences: z.array(section({ use: text, occurrence: whole(1, 1_000_000) })),
});

/** What stands under `slicings:`: slicing by definition ids and positions, as IGAMT has it. */
export function readSlicings(draft: ProfileDraft, source: YamlSource, value: unknown): void {
  const list = source.read(z.array(z.unknown()), value, ['slicings']) ?? [];
  list.forEach((one, index) => {
    const path: Path = ['slicings', index];
    const read = source.read(CONTEXT, one, path);
    if (read === undefined) return;
    const { of: kind, slicings, ...where } = read;
    const made = slicings.flatMap((slicing, number) => readSlicing(source, slicing, [...path, 'slicings', number]));
    draft.slicings.push({ kind, ...where, slicings: made, place: source.place(path) });
  });
}

function readSlicing(source: YamlSource, value: unknown, path: Path): readonly Slicing[] {
  if (typeof value === 'object' && value !== null && 'occurrences' in value) {
    const read = source.read(BY_OCCURRENCE, value, path);
    if (read === undefined) return [];
    const slices = read.occurrences.map(({ use, occurrence }) => ({ ref: use, occurrence }));
    return [{ kind: 'occurrence', position: read.position, slices }];
  }
  const read = source.read(BY_ASSERTION, value, path);
  if (read === undefined) return [];
  const slices = read.slices.flatMap(({ use, text: description, when }, index) => {
    const assertion = readAssertion(source, when, [...path, 'slices', index, 'when']);
    return assertion === undefined ? [] : [{ ref: use, description, assertion }];
  });
  return [{ kind: 'assertion', position: read.position, slices }];
}
