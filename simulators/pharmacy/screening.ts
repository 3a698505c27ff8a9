import type { MedicationOrder } from '../../src/messages/facts.js';
import { findDrug } from '../../src/population/catalogue/drugs.js';
import type { Allergy, Drug } from '../../src/population/facts.js';
import { allergyConflict, duplicateTherapy } from '../../src/population/prescribing.js';
import { readDrug } from '../read/medication.js';
import { isStopped } from '../status/medication-status.js';
import type { PharmacyPrescription } from './pharmacy-state.js';

/** Why a prescription is not safe for this patient; undefined where nothing stands against it. */
export function unsafe(
  wanted: MedicationOrder,
  allergies: readonly Allergy[],
  current: readonly PharmacyPrescription[],
): string | undefined {
  return allergyTo(wanted, allergies) ?? duplicateOf(wanted, current);
}

function allergyTo({ drug, components = [] }: MedicationOrder, allergies: readonly Allergy[]): string | undefined {
  const drugs = [drug, ...components.map((component) => readDrug(component.drug))].map(recognised);
  for (const one of drugs) {
    const conflict = allergyConflict({ allergies }, one);
    if (conflict !== undefined) {
      return `allergy to ${conflict.allergy.text}, ${conflict.because} as ${one.text || one.code}`;
    }
  }
  return undefined;
}

/** A prescription that ends before the other begins is no duplicate. */
function duplicateOf(wanted: MedicationOrder, current: readonly PharmacyPrescription[]): string | undefined {
  const drug = recognised(wanted.drug);
  const beside = current.filter(({ state, order }) => !isStopped(state) && overlaps(order, wanted));
  const found = beside.find(({ order }) => duplicateTherapy([recognised(order.drug)], drug) !== undefined);
  return found && `duplicate therapy: ${found.order.drug.text} is prescribed already (${numberIn(found.order)})`;
}

function overlaps(a: MedicationOrder, b: MedicationOrder): boolean {
  const endsBefore = (one: MedicationOrder, other: MedicationOrder): boolean =>
    one.endAt !== undefined && one.endAt <= (other.startAt ?? other.enteredAt);
  return !endsBefore(a, b) && !endsBefore(b, a);
}

function numberIn({ numbers }: MedicationOrder): string {
  return numbers.filler?.id ?? numbers.placer?.id ?? 'without a number';
}

/** A drug with its ingredients: one that came under another system's code is known by its name, else by itself only. */
function recognised(drug: Drug): Drug {
  if (drug.ingredient !== '') return drug;
  return byName(drug.text) ?? { ...drug, ingredient: drug.text || drug.code };
}

function byName(name: string): Drug | undefined {
  try {
    return findDrug(name);
  } catch {
    // The finder throws with the nearest names; here a drug that it does not know stands for itself.
    return undefined;
  }
}
