import { rng } from '../../../src/base/rng.js';
import type { EntityIdentifier } from '../../../src/messages/facts.js';
import { findDrug } from '../../../src/population/catalogue/drugs.js';
import type { Patient } from '../../../src/population/facts.js';
import { patient } from '../../../src/population/patient.js';
import { visit } from '../../../src/population/visit.js';
import { keyOfPatient } from '../../care/patient-key.js';
import { ehr } from '../../ehr.js';
import type { EhrCommand, MedicationCommand, NewPrescription } from '../../ehr/commands.js';
import type { EhrState, Prescription } from '../../ehr/ehr-state.js';
import { pharmacy } from '../../pharmacy.js';
import type { ToolChoices } from '../../testing/test-tools.js';
import { Ward } from '../../testing/ward.js';
import type { PharmacyCommand } from '../commands.js';
import type { PharmacyOptions } from '../options.js';
import type { PharmacyPrescription, PharmacyState } from '../pharmacy-state.js';

type WithoutPatient<C> = C extends { readonly patient: unknown } ? Omit<C, 'patient' | 'order'> : never;

/** A patient in bed, the EHR and the pharmacy. Commands speak of the last prescription unless another number is given. */
export class PharmacyWard {
  readonly ward: Ward;
  readonly patient: Patient;
  #order: EntityIdentifier = { id: '', namespace: '' };

  constructor(options: Partial<PharmacyOptions> = {}, choices: ToolChoices = {}, about: Partial<Patient> = {}) {
    this.ward = new Ward([ehr(), pharmacy(options)], { orderAnswer: 'own-message', ...choices });
    const at = this.ward.now;
    const person = patient(rng('patient'), { id: '100001', account: '700001', refDate: at, allergies: 'none' });
    this.patient = { ...person, ...about };
    const stay = visit(rng('visit'), { number: '800001', patientClass: 'I', at, patient: this.patient });
    this.ward.do('ehr', { kind: 'admit', patient: this.patient, visit: stay } satisfies EhrCommand);
  }

  prescribe(drug: string, facts: Partial<NewPrescription> = {}): EntityIdentifier {
    const prescriptions = [{ drug: findDrug(drug), ...facts }];
    this.ward.do('ehr', { kind: 'prescribe', patient: this.patient, prescriptions } satisfies MedicationCommand);
    this.#order = this.#ehr.prescriptions.at(-1)?.number ?? this.#order;
    return this.#order;
  }

  /** What the prescriber or a nurse does. */
  onWard(command: WithoutPatient<MedicationCommand>, order: EntityIdentifier = this.#order): void {
    this.ward.do('ehr', { ...command, patient: this.patient, order });
    if (command.kind === 'replace-prescription') this.#order = this.#ehr.prescriptions.at(-1)?.number ?? this.#order;
  }

  /** What a pharmacist does. */
  inPharmacy(command: WithoutPatient<PharmacyCommand>, order: EntityIdentifier = this.#order): void {
    this.ward.do('pharmacy', { ...command, patient: this.patient, order });
  }

  get key(): string {
    return keyOfPatient(this.patient);
  }

  /** The last prescription as the pharmacy holds it, or the one with `order`. */
  held(order: EntityIdentifier = this.#order): PharmacyPrescription {
    const state = this.ward.state('pharmacy', this.key) as PharmacyState;
    return found(state.prescriptions, order);
  }

  /** The same as the EHR holds it. */
  written(order: EntityIdentifier = this.#order): Prescription {
    return found(this.#ehr.prescriptions, order);
  }

  get #ehr(): EhrState {
    return this.ward.state('ehr', this.key) as EhrState;
  }
}

function found<P extends { readonly order: PharmacyPrescription['order'] }>(
  prescriptions: readonly P[],
  { id }: EntityIdentifier,
): P {
  const one = prescriptions.find(({ order }) => order.numbers.placer?.id === id);
  if (one === undefined) throw new Error(`there is no prescription ${id}`);
  return one;
}
