import type { Message } from '../../../src/hl7/message.js';
import type { EntityIdentifier } from '../../../src/messages/facts.js';
import { findDrug } from '../../../src/population/catalogue/drugs.js';
import type { Patient } from '../../../src/population/facts.js';
import type { EhrCommand, MedicationCommand, NewPrescription } from '../../ehr/commands.js';
import type { Prescription } from '../../ehr/ehr-state.js';
import { ehr } from '../../ehr.js';
import { pharmacy } from '../../pharmacy.js';
import { somebody, stay } from '../../testing/people.js';
import type { ToolChoices } from '../../testing/test-tools.js';
import { Ward } from '../../testing/ward.js';
import type { PharmacyCommand } from '../commands.js';
import type { PharmacyOptions } from '../options.js';
import type { PharmacyPrescription } from '../pharmacy-state.js';

type AboutOrder = { readonly patient: unknown; readonly order: unknown };
type Said<C> = C extends AboutOrder ? Omit<C, 'patient' | 'order'> : never;

/** A patient in bed, the EHR and the pharmacy. Commands speak of the last prescription unless another number is given. */
export class PharmacyWard {
  readonly ward: Ward;
  readonly patient: Patient;
  #order: EntityIdentifier = { id: '', namespace: '' };

  constructor(options: Partial<PharmacyOptions> = {}, choices: ToolChoices = {}, about: Partial<Patient> = {}) {
    this.ward = new Ward([ehr(), pharmacy(options)], { orderAnswer: 'own-message', ...choices });
    this.patient = { ...somebody(), ...about };
    this.ward.act('ehr', { kind: 'admit', patient: this.patient, visit: stay(this.patient) });
  }

  prescribe(drug: string, facts: Partial<NewPrescription> = {}): EntityIdentifier {
    const prescriptions = [{ drug: findDrug(drug), ...facts }];
    this.ward.act('ehr', { kind: 'prescribe', patient: this.patient, prescriptions });
    return this.#last();
  }

  /** A prescription that the pharmacist has verified. */
  active(drug = 'Paracetamol 500 mg', facts: Partial<NewPrescription> = {}): EntityIdentifier {
    const order = this.prescribe(drug, facts);
    this.inPharmacy({ kind: 'verify' });
    return order;
  }

  /** What the prescriber or a nurse does. */
  onWard(said: Said<MedicationCommand>, order: EntityIdentifier = this.#order): void {
    // The parts that are left out of the union are put back.
    this.ward.act('ehr', { ...said, patient: this.patient, order } as EhrCommand);
    if (said.kind === 'replace-prescription') this.#last();
  }

  /** What a pharmacist does. */
  inPharmacy(said: Said<PharmacyCommand>, order: EntityIdentifier = this.#order): void {
    this.ward.act('pharmacy', { ...said, patient: this.patient, order } as PharmacyCommand);
  }

  /** The last prescription as the pharmacy holds it, or the one with `order`. */
  held(order: EntityIdentifier = this.#order): PharmacyPrescription {
    return found(this.ward.of('pharmacy', this.patient).prescriptions, order);
  }

  /** The same as the EHR holds it. */
  written(order: EntityIdentifier = this.#order): Prescription {
    return found(this.ward.of('ehr', this.patient).prescriptions, order);
  }

  /** Where it stands in the pharmacy and in the EHR. */
  get states(): readonly [string, string] {
    return [this.held().state, this.written().state];
  }

  /** The last message of this type, whichever side sent it. */
  message(code: string): Message {
    const { message, reply } = this.ward.last(code);
    return message.type.code === code ? message : reply;
  }

  #last(): EntityIdentifier {
    this.#order = this.ward.of('ehr', this.patient).prescriptions.at(-1)?.number ?? this.#order;
    return this.#order;
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
