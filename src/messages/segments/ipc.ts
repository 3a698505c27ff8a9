import { comp, type SegmentDraft, segment } from '../../hl7/build.js';
import { ei } from '../datatypes.js';
import type { ImagingNumbers } from '../facts.js';

/** IPC, from 2.5. IPC-5 is coded by DICOM. */
export function ipc(imaging: ImagingNumbers): SegmentDraft {
  return segment('IPC', {
    1: ei(imaging.accession),
    2: ei(imaging.requestedProcedure),
    3: imaging.studyInstanceUid,
    4: ei(imaging.scheduledStep),
    5: comp(imaging.modality, undefined, 'DCM'),
  });
}
