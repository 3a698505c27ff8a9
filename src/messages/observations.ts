import type { SegmentDraft } from '../hl7/build.js';
import type { Observation } from './facts.js';
import { nte } from './segments/nte.js';
import { type ObxOptions, obx } from './segments/obx.js';

type Options = Omit<ObxOptions, 'setId'>;

/** OBSERVATION groups: each OBX with its NTE, numbered from 1. */
export function observationGroups(
  observations: readonly Observation[] | undefined,
  options: Options,
): readonly SegmentDraft[] {
  return (observations ?? []).flatMap((observation, index) => [
    obx(observation, { ...options, setId: index + 1 }),
    ...nte(observation.notes),
  ]);
}

/** The OBX alone, for structures in which no NTE may follow it (ADT; MDM before 2.5). */
export function bareObservations(
  observations: readonly Observation[] | undefined,
  options: Options,
): readonly SegmentDraft[] {
  return (observations ?? []).map((observation, index) => obx(observation, { ...options, setId: index + 1 }));
}
