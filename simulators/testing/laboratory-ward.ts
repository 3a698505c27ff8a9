import { findOrderable } from '../../src/population/catalogue/laboratory.js';
import type { LaboratoryOrderable } from '../../src/population/facts.js';
import type { FiledObservation, FiledReport } from '../ehr/filed-report.js';
import type { LisCommand, ReportStage } from '../lis/commands.js';
import { DepartmentWard, found, type Situation } from './departments.js';

export const POTASSIUM = findOrderable('Potassium');
export const CBC = findOrderable('CBC');

/** A laboratory command about the ward's last order. */
type AboutLastOrder<C> = C extends { readonly order: unknown } ? Omit<C, 'patient' | 'order'> : never;

/** An order that has been placed, and the laboratory at work on it. */
export class LaboratoryWard extends DepartmentWard {
  constructor(situation: Situation = {}, test: LaboratoryOrderable = POTASSIUM) {
    super('lis', situation);
    this.place(test);
  }

  act(command: AboutLastOrder<LisCommand>): void {
    this.ward.do('lis', { ...command, patient: this.patient, order: this.number });
  }

  receive(): void {
    this.act({ kind: 'receive-specimen' });
  }

  /** A result of potassium, or of whatever was ordered when no value is given. */
  report(as: ReportStage, value?: string): void {
    const values = value === undefined ? {} : { values: [{ analyte: 'Potassium', value }] };
    this.act({ kind: 'report', as, ...values });
  }

  correct(value: string): void {
    this.act({ kind: 'correct', values: [{ analyte: 'Potassium', value }] });
  }

  /** What the EHR has filed for the last order. */
  get filed(): FiledReport {
    const { reports } = this.ward.of('ehr', this.patient);
    return found(reports, ({ numbers }) => numbers.placer?.id === this.number.id);
  }

  get observation(): FiledObservation {
    return found(this.filed.observations, () => true);
  }

  /** The values that stood under the observation, oldest first, with their status. */
  get story(): readonly string[] {
    const { history, status, values } = this.observation;
    return [...history, { status, values }].map((one) => `${one.status} ${one.values.join('~')}`);
  }
}
