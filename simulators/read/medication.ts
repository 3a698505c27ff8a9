import type { Segment } from '../../src/hl7/segment.js';
import type { MedicationOrder, OrderControl, TimingPhase } from '../../src/messages/facts.js';
import { DRUGS } from '../../src/population/catalogue/drugs.js';
import type { Coded, Drug } from '../../src/population/facts.js';
import { readCommon } from './order.js';
import { allOf, firstOf, notesAfter, type OrderGroup } from './order-groups.js';
import { coded, time, valued } from './values.js';

/** Where RXO (what was asked for) and RXE (what the pharmacy made of it) keep the same things. */
const PLACES = {
  RXO: {
    drug: '1',
    min: '2',
    max: '3',
    unit: '4',
    form: '5',
    instructions: '7',
    substitution: '9',
    dispense: '11',
    dispenseUnit: '12',
    refills: '13',
    number: '',
    rate: '21',
    rateUnit: '22',
  },
  RXE: {
    drug: '2',
    min: '3',
    max: '4',
    unit: '5',
    form: '6',
    instructions: '7',
    substitution: '9',
    dispense: '10',
    dispenseUnit: '11',
    refills: '12',
    number: '15',
    rate: '23',
    rateUnit: '24',
  },
} as const;

/** A prescription with RXE, else with RXO; undefined without either. */
export function readMedicationOrder(group: OrderGroup, control: OrderControl, at: Date): MedicationOrder | undefined {
  const rxe = firstOf(group, 'RXE');
  const segment = rxe ?? firstOf(group, 'RXO');
  const places = rxe === undefined ? PLACES.RXO : PLACES.RXE;
  const named = coded(segment, places.drug);
  if (segment === undefined || named === undefined) return undefined;
  const texts = readTexts(segment, places);
  const phases = readPhases(group);
  const components = allOf(group, 'RXC').map(readComponent);
  const notes = notesAfter(group, segment);
  return {
    ...readCommon(group, control, at),
    drug: readDrug(named, valued(segment, `${places.form}.2`), valued(firstOf(group, 'RXR'), '1.1')),
    amountMin: amount(segment, places.min) ?? 0,
    unit: valued(segment, `${places.unit}.1`) ?? '',
    ...texts,
    ...(phases.length > 0 && { phases }),
    ...(components.length > 0 && { components }),
    ...(notes.length > 0 && { notes }),
  };
}

type Places = (typeof PLACES)['RXO'] | (typeof PLACES)['RXE'];

function readTexts(segment: Segment, places: Places): Partial<MedicationOrder> {
  const amountMax = amount(segment, places.max);
  const instructions = valued(segment, `${places.instructions}.2`) ?? valued(segment, `${places.instructions}.1`);
  const substitution = valued(segment, places.substitution);
  const dispenseAmount = amount(segment, places.dispense);
  const dispenseUnit = valued(segment, `${places.dispenseUnit}.1`);
  const refills = amount(segment, places.refills);
  const prescriptionNumber = places.number === '' ? undefined : valued(segment, places.number);
  const rate = amount(segment, places.rate);
  return {
    ...(amountMax !== undefined && { amountMax }),
    ...(instructions !== undefined && { instructions }),
    ...(substitution !== undefined && { substitution }),
    ...(dispenseAmount !== undefined && { dispenseAmount }),
    ...(dispenseUnit !== undefined && { dispenseUnit }),
    ...(refills !== undefined && { refills }),
    ...(prescriptionNumber !== undefined && { prescriptionNumber }),
    ...(rate !== undefined && { rate: { amount: rate, unit: valued(segment, `${places.rateUnit}.1`) ?? '' } }),
  };
}

/** The drug as the message names it, with what our catalogue knows of it. */
export function readDrug(named: Coded, form?: string, route?: string): Drug {
  const known = findDrugByCode(named) ?? UNKNOWN_DRUG;
  return { ...known, ...named, ...(form !== undefined && { form }), ...(route !== undefined && { route }) };
}

/** Undefined when the code is not in the catalogue. */
export function findDrugByCode({ code }: Coded): Drug | undefined {
  return DRUGS.find((drug) => drug.code === code);
}

/** A drug of which no message has told anything. */
export const UNKNOWN_DRUG: Drug = {
  code: '',
  text: '',
  system: '',
  ingredient: '',
  dose: 0,
  doseUnit: '',
  form: '',
  route: '',
  frequencies: [],
  maxDaily: '',
};

/** The parts of a taper after the first: further TQ1 segments, or repetitions of ORC-7 before 2.5. */
function readPhases(group: OrderGroup): readonly TimingPhase[] {
  const [, ...parts] = allOf(group, 'TQ1');
  if (parts.length > 0)
    return parts.map((tq1) => readPhase(tq1, { amount: '2.1', unit: '2.2.1', pattern: '3.1', start: '7', end: '8' }));
  const orc = firstOf(group, 'ORC');
  const repetitions = Math.max(0, (orc?.repetitions(7) ?? 0) - 1);
  return Array.from({ length: repetitions }, (_, i) => {
    const at = `7[${i + 2}]`;
    return readPhase(orc, {
      amount: `${at}.1.1`,
      unit: `${at}.1.2`,
      pattern: `${at}.2.1`,
      start: `${at}.4`,
      end: `${at}.5`,
    });
  });
}

type PhasePlaces = Readonly<Record<'amount' | 'unit' | 'pattern' | 'start' | 'end', string>>;

function readPhase(segment: Segment | undefined, places: PhasePlaces): TimingPhase {
  const quantity = segment && amount(segment, places.amount);
  const repeatPattern = valued(segment, places.pattern);
  const startAt = time(segment, places.start);
  const endAt = time(segment, places.end);
  return {
    ...(quantity !== undefined && { quantity: { amount: quantity, unit: valued(segment, places.unit) ?? '' } }),
    ...(repeatPattern !== undefined && { repeatPattern }),
    ...(startAt && { startAt }),
    ...(endAt && { endAt }),
  };
}

function readComponent(rxc: Segment): NonNullable<MedicationOrder['components']>[number] {
  const kind = valued(rxc, '1') === 'B' ? 'B' : 'A';
  const drug = coded(rxc, '2') ?? { code: '', text: '', system: '' };
  return { kind, drug, amount: amount(rxc, '3') ?? 0, unit: valued(rxc, '4.1') ?? '' };
}

/** A number; undefined where the field is empty or holds something else. */
export function amount(segment: Segment, field: string): number | undefined {
  const text = valued(segment, field);
  const number = Number(text);
  return text === undefined || !Number.isFinite(number) ? undefined : number;
}
