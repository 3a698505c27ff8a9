import type { SegmentDraft } from '../hl7/build.js';
import type { Observation } from './facts.js';
import { nte } from './segments/nte.js';
import { type ObxOptions, obx } from './segments/obx.js';

/** OBSERVATION groups: each OBX with its NTE, numbered from 1. */
export function observationGroups(
  observations: readonly Observation[] | undefined,
  options: Omit<ObxOptions, 'setId'>,
): readonly SegmentDraft[] {
  return (observations ?? []).flatMap((observation, index) => [
    obx(observation, { ...options, setId: index + 1 }),
    ...nte(observation.notes),
  ]);
}
