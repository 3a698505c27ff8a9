import { NULL, type SegmentDraft, segment } from '../../hl7/build.js';
import type { Visit } from '../../population/facts.js';
import { cx, pl, ts, xcn } from '../datatypes.js';

export function pv1(visit: Visit, options: { readonly isDischargeTakenBack?: boolean } = {}): SegmentDraft {
  const takenBack = options.isDischargeTakenBack === true;
  return segment('PV1', {
    1: '1',
    2: visit.patientClass,
    3: pl(visit.location),
    5: visit.preAdmitNumber,
    6: pl(visit.priorLocation),
    7: xcn(visit.attending),
    10: visit.hospitalService,
    17: xcn(visit.admitting),
    19: cx(visit.number),
    36: takenBack ? NULL : visit.dischargeDisposition,
    42: pl(visit.pendingLocation),
    44: ts(visit.admittedAt),
    45: takenBack ? NULL : ts(visit.dischargedAt),
  });
}

/** PV1 of a message about a person, not a visit: PV1-2 N, not applicable. */
export function noVisit(): SegmentDraft {
  return segment('PV1', { 1: '1', 2: 'N' });
}
