import type {
  Administration,
  Dispense,
  EntityIdentifier,
  Envelope,
  MedicationOrder,
  Observation,
  ResultReport,
  Version,
} from '../facts.js';
import type { EveryFact } from '../index.js';
import type { ImagingOrder } from '../omi-o23.js';
import type { Coded, Drug, Patient, Provider, Visit } from '../../population/facts.js';

/** Fixed facts, one of everything, with what is awkward in them: delimiters, an apostrophe, an accent, a line feed. */

export const AT = new Date('2026-03-14T09:26:53Z');
const minutes = (count: number): Date => new Date(AT.getTime() + count * 60_000);

export const attending: Provider = { id: '1004', family: "O'Neill", given: 'Maeve', authority: 'PIPEHAT' };
const admitting: Provider = { id: '1007', family: 'Banerjee', given: 'Ravi', authority: 'PIPEHAT' };
const operator: Provider = { id: '2040', family: 'Clerk', given: 'Ann', authority: 'PIPEHAT' };

export function envelope(version: Version, controlId = 'PH0000000001'): Envelope {
  return {
    sender: { application: 'EHR', facility: 'PHGH' },
    receiver: { application: 'ENGINE', facility: 'PHGH' },
    at: AT,
    controlId,
    processingId: 'T',
    version,
    charset: '8859/1',
    operator,
  };
}

export const patient: Patient = {
  identifiers: [
    { id: '700123', authority: 'PIPEHAT', type: 'MR' },
    { id: '700123', authority: 'OTHER', type: 'PI' },
  ],
  name: { family: 'Garc\u00eda & Sons', given: 'In\u00e9s', middle: 'M' },
  birthDate: '19640229',
  sex: 'F',
  address: { street: '12 High St', other: 'Apt 4', city: 'Springfield', state: 'IL', zip: '62701', country: 'USA' },
  phone: '(217)555-0142',
  language: 'EN',
  maritalStatus: 'M',
  account: { id: 'AC55012', authority: 'PIPEHAT', type: 'AN' },
  allergies: [
    { code: '7984', system: 'RXNORM', text: 'Penicillin V', type: 'DA', severity: 'MO', reaction: 'Urticaria', allergyClass: 'Penicillin' },
  ],
  nextOfKin: [
    { name: { family: 'Garc\u00eda', given: 'Luis' }, relationship: { code: 'SPO', text: 'Spouse' }, phone: '(217)555-0143' },
  ],
  insurance: [
    { planId: 'HMO10', planName: 'Riverbend Health HMO', companyId: 'RIVER', companyName: 'Riverbend Health', policyNumber: 'RIVER123456789' },
  ],
};

export const visit: Visit = {
  number: { id: 'V90001', authority: 'PIPEHAT', type: 'VN' },
  patientClass: 'I',
  location: { pointOfCare: 'MED1', room: '203', bed: 'B', facility: 'PHGH' },
  priorLocation: { pointOfCare: 'ICU', room: '501', bed: '1', facility: 'PHGH' },
  pendingLocation: { pointOfCare: 'REHAB', room: '621', bed: 'A', facility: 'PHGH' },
  hospitalService: 'MED',
  attending,
  admitting,
  preAdmitNumber: 'PRE77',
  expectedAdmit: minutes(-30),
  admittedAt: minutes(-20),
  dischargedAt: minutes(-2),
  dischargeDisposition: '01',
  diagnoses: [
    { code: 'J18.9', text: 'Pneumonia, unspecified organism', system: 'I10' },
    { code: 'I10', text: 'Essential (primary) hypertension', system: 'I10' },
  ],
};

const number = (id: string, namespace: string): EntityIdentifier => ({ id, namespace });
const potassium: Coded = { code: '2823-3', text: 'Potassium', system: 'LN' };
const haemolysed: Coded = { code: 'HEM', text: 'Specimen haemolysed', system: 'L' };

const imaging = {
  accession: number('ACC4711', 'RIS'),
  requestedProcedure: number('RP1', 'RIS'),
  studyInstanceUid: '1.2.826.0.1.3680043.10.1.1',
  scheduledStep: number('SPS1', 'RIS'),
  modality: 'CT',
};

export const order: ImagingOrder = {
  control: 'NW',
  numbers: {
    placer: number('P1001', 'EHR'),
    filler: { id: 'F2001', namespace: 'LIS', universalId: '1.2.3', universalIdType: 'ISO' },
    group: number('G1', 'EHR'),
    parent: { placer: number('P1000', 'EHR'), filler: number('F2000', 'LIS') },
  },
  status: 'IP',
  priority: 'S',
  enteredAt: AT,
  orderedBy: attending,
  reason: haemolysed,
  notes: ['Second note|with a bar\nand a line'],
  startAt: minutes(60),
  service: potassium,
  section: 'LAB',
  collectedAt: minutes(-10),
  specimen: { id: number('S300', 'LIS'), type: 'SER', collectedAt: minutes(-10), receivedAt: minutes(-5), condition: haemolysed },
  diagnoses: [{ code: 'E87.5', text: 'Hyperkalemia', system: 'I10' }],
  reasonForStudy: 'Weakness',
  specimenAction: 'O',
  questions: [{ id: { code: 'FAST', text: 'Fasting?', system: 'L' }, value: { type: 'ST', value: 'Y' }, status: 'F' }],
  resultStatus: 'I',
  scheduledAt: minutes(30),
  imaging,
};

/** One observation of each kind of value. */
export const observations: readonly Observation[] = [
  { id: potassium, value: { type: 'NM', value: '6.1' }, unit: 'mmol/L', range: '3.5-5.1', flags: ['HH'], status: 'F', observedAt: minutes(-10), notes: ['Called to ward'] },
  { id: { code: '6301-6', text: 'INR', system: 'LN' }, subId: '1', value: { type: 'SN', comparator: '>', num1: '10' }, status: 'F' },
  { id: { code: '630-4', text: 'Urine culture', system: 'LN' }, subId: '1', value: { type: 'CE', value: { code: 'ECOLI', text: 'Escherichia coli', system: 'L' } }, status: 'F' },
  { id: { code: 'COMM', text: 'Comment', system: 'L' }, value: { type: 'TX', lines: ['First paragraph.', 'Second ~ paragraph.'] }, status: 'P' },
  { id: { code: 'PATH', text: 'Pathology', system: 'L' }, value: { type: 'FT', text: 'Macroscopy: x < 5\nMicroscopy: a & b' }, status: 'F' },
  { id: { code: 'PDF', text: 'Report', system: 'L' }, value: { type: 'ED', mediaType: 'AP', subtype: 'PDF', base64: 'JVBERi0xLjQ=' }, status: 'F' },
  { id: { code: 'ADD', text: 'To follow', system: 'L' }, value: { type: 'none' }, status: 'I' },
];

const report: ResultReport = {
  order: { ...order, control: 'RE', status: 'CM' },
  resultStatus: 'F',
  reportedAt: AT,
  observations,
  parentResult: { id: { code: '600-7', text: 'Blood culture', system: 'LN' }, subId: '1', text: 'Gram-negative rods' },
  interpreter: admitting,
  performer: { name: 'Pipehat General Hospital Laboratory', address: patient.address, director: admitting },
};

const drug: Drug = {
  code: '313782', text: 'Acetaminophen 325 MG Oral Tablet', system: 'RXNORM', ingredient: 'acetaminophen',
  dose: 650, doseUnit: 'mg', form: 'Oral Tablet', route: 'PO', frequencies: ['Q6H', 'PRN'], maxDaily: '4000 mg/d',
};

export const medication: MedicationOrder = {
  control: 'NW',
  numbers: { placer: number('P5001', 'EHR'), filler: number('F6001', 'PHARMACY') },
  priority: 'R',
  enteredAt: AT,
  orderedBy: attending,
  reason: { code: 'PAIN', text: 'Pain is worse', system: 'L' },
  notes: ['Crush if needed'],
  startAt: minutes(15),
  endAt: minutes(1455),
  repeatPattern: 'Q6H',
  phases: [{ quantity: { amount: 325, unit: 'mg' }, repeatPattern: 'Q12H', startAt: minutes(1455) }],
  drug,
  amountMin: 650,
  amountMax: 1000,
  unit: 'mg',
  instructions: 'Take with water',
  substitution: 'G',
  prescriptionNumber: 'RX88',
  dispenseAmount: 20,
  dispenseUnit: '{tbl}',
  refills: 1,
  rate: { amount: 0.5, unit: 'mL/h' },
  components: [{ kind: 'B', drug: { code: '1807639', text: '1000 ML Sodium Chloride 9 MG/ML Injection', system: 'RXNORM' }, amount: 1000, unit: 'mL' }],
};

const dispense: Dispense = {
  order: medication, subId: 1, dispensedAt: AT, amount: 20, unit: '{tbl}', pharmacist: admitting, lot: 'L123', expiry: '20271231',
  notes: ['Counselled'],
};

const administration: Administration = {
  order: medication, giveSubId: 3, subId: 2, startAt: AT, endAt: minutes(1), amount: 0, unit: 'mg', by: operator,
  where: { pointOfCare: 'MED1', room: '203', bed: 'B', facility: 'PHGH' }, refusalReason: { code: 'NAU', text: 'Nausea', system: 'L' },
  completion: 'RE', action: 'A', lot: 'L123', notes: ['Offered twice'],
};

export const everyFact: EveryFact = {
  patient,
  visit,
  merged: {
    patient: { id: '700999', authority: 'PIPEHAT', type: 'MR' },
    account: { id: 'AC55999', authority: 'PIPEHAT', type: 'AN' },
    visit: { id: 'V90999', authority: 'PIPEHAT', type: 'VN' },
    name: { family: 'Garcia', given: 'Ines' },
  },
  orders: [order, { ...order, numbers: { placer: number('P1002', 'EHR'), group: number('G1', 'EHR') } }],
  reports: [report],
  medications: [medication],
  dispenses: [dispense],
  administrations: [administration],
  answers: { controlId: 'ORD^1|x', code: 'AA', text: 'Understood' },
  appointment: {
    placer: number('A1', 'EHR'),
    filler: number('B1', 'RIS'),
    eventReason: { code: 'BOOK', text: 'Booked by telephone', system: 'L' },
    service: { code: '30799-1', text: 'CT head without contrast', system: 'LN' },
    startAt: minutes(120),
    durationMinutes: 15,
    location: { pointOfCare: 'RAD', facility: 'PHGH' },
    personnel: [admitting],
    contact: operator,
    enteredBy: operator,
    order: { placer: number('P1001', 'EHR'), filler: number('F2001', 'RIS') },
    notes: ['Come with an empty stomach'],
  },
  charges: [
    {
      transactionId: 'T1', at: AT, type: 'CG', code: { code: 'CTHEAD', text: 'CT head', system: 'L' }, quantity: 1,
      unitPrice: { amount: '420.00', currency: 'USD' }, department: { code: 'RAD', text: 'Radiology', system: 'L' },
      location: { pointOfCare: 'RAD', facility: 'PHGH' }, diagnoses: visit.diagnoses, performedBy: admitting, orderedBy: attending,
      filler: number('F2001', 'RIS'), procedure: { code: '30799-1', text: 'CT head without contrast', system: 'LN' },
    },
  ],
  document: {
    type: 'DI', presentation: 'TEXT', activityAt: AT, performedBy: admitting, originatedAt: AT, transcribedAt: AT,
    originator: admitting, authenticator: attending, authentication: { by: attending, at: AT },
    number: number('DOC1', 'RIS'), parent: number('DOC0', 'RIS'), placer: number('P1001', 'EHR'), filler: number('F2001', 'RIS'),
    completion: 'LA', availability: 'AV',
    content: [{ id: { code: '18748-4', text: 'Imaging report', system: 'LN' }, value: { type: 'TX', lines: ['No bleeding.'] }, status: 'F' }],
  },
};
