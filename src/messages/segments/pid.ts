import { NULL, repeat, type SegmentDraft, segment } from '../../hl7/build.js';
import type { Patient } from '../../population/facts.js';
import { cx, homePhone, xad, xpn } from '../datatypes.js';

/** What an update takes away: `""` is sent where an empty field would leave it unchanged. */
export type Erased = 'phone' | 'address' | 'nextOfKin' | 'insurance';

export function pid(patient: Patient, erased: readonly Erased[] = []): SegmentDraft {
  return segment('PID', {
    1: '1',
    3: repeat(...patient.identifiers.map(cx)),
    5: xpn(patient.name, 'L'),
    7: patient.birthDate,
    8: patient.sex,
    11: erased.includes('address') ? NULL : xad(patient.address, 'H'),
    13: erased.includes('phone') ? NULL : homePhone(patient.phone),
    15: patient.language,
    16: patient.maritalStatus,
    18: cx(patient.account),
  });
}
