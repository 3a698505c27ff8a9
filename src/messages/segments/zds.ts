import { comp, type SegmentDraft, segment } from '../../hl7/build.js';
import type { ImagingNumbers } from '../facts.js';

/** ZDS of the IHE radiology framework: the study instance UID as a reference pointer, where the message has no IPC. */
export function zds(imaging: ImagingNumbers | undefined): readonly SegmentDraft[] {
  if (imaging === undefined) return [];
  return [segment('ZDS', { 1: comp(imaging.studyInstanceUid, undefined, 'Application', 'DICOM') })];
}
