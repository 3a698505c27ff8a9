import type { Patient } from '../../src/population/facts.js';
import { findVisit } from '../care/care-record.js';
import type { AdtCommand } from '../ehr/commands.js';
import { ehr } from '../ehr.js';
import { type LisOptions, lis } from '../lis.js';
import { somebody, stay } from './people.js';
import { Ward } from './ward.js';

type Bare<C> = C extends { readonly patient: unknown } ? Omit<C, 'patient'> : never;

/** The EHR and one department that listens to its ADT. */
export class Reception {
  readonly patient: Patient = somebody();
  readonly ward: Ward;

  constructor(options: Partial<LisOptions> = {}) {
    this.ward = new Ward([ehr(), lis(options)]);
  }

  do(command: Bare<AdtCommand>): void {
    this.ward.do('ehr', { ...command, patient: this.patient });
  }

  admit(): void {
    this.do({ kind: 'admit', visit: stay(this.patient) });
  }

  /** Status, class and place of the visit, as both sides hold it. */
  get visit(): readonly string[] {
    return (['ehr', 'lis'] as const).map((role) => {
      const { care } = this.ward.of(role, this.patient);
      const record = findVisit(care, undefined);
      const { patientClass = '-', location: place } = record?.visit ?? {};
      return [record?.status ?? 'none', patientClass, place?.pointOfCare ?? '-', record?.visit.number.id ?? '-'].join(
        ' ',
      );
    });
  }
}
