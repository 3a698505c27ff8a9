import { ehr } from '../../simulators/ehr.js';
import { lis } from '../../simulators/lis.js';
import { pharmacy } from '../../simulators/pharmacy.js';
import { ris } from '../../simulators/ris.js';
import { somebody, stay } from '../../simulators/testing/people.js';
import { testTools } from '../../simulators/testing/test-tools.js';
import { Ward } from '../../simulators/testing/ward.js';
import type { Role, SimulatorTools } from '../endpoint/simulator.js';
import type { Message } from '../hl7/message.js';
import { findDrug } from '../population/catalogue/drugs.js';
import { findImaging } from '../population/catalogue/imaging.js';
import { findOrderable } from '../population/catalogue/laboratory.js';

const PATIENT = somebody();
const DEPARTMENTS = ['lis', 'ris', 'pharmacy'] as const;
type Department = (typeof DEPARTMENTS)[number];

/** What an endpoint lends to a step of that role: fixed clock, fixed seed. */
export function toolsFor(role: Role): SimulatorTools {
  return testTools(role);
}

/** The messages that reach a system of that role while a patient is admitted, treated and discharged; the same at every call. */
export function messagesFor(role: Role): readonly Message[] {
  const departments = role === 'ehr' ? DEPARTMENTS : [role];
  return departments
    .flatMap((department) => treatedBy(department).passed)
    .filter(({ to }) => to === role)
    .map(({ message }) => message);
}

/** A stay with one order that is carried out and one that is cancelled. */
function treatedBy(department: Department): Ward {
  const ward = new Ward([ehr(), departmentAtWork(department)], { orderAnswer: 'own-message' });
  const about = { patient: PATIENT } as const;
  ward.act('ehr', { ...about, kind: 'admit', visit: stay(PATIENT) });
  if (department === 'pharmacy') prescribe(ward);
  else order(ward, department);
  ward.act('ehr', { ...about, kind: 'discharge' });
  return ward;
}

function departmentAtWork(department: Department) {
  switch (department) {
    case 'lis':
      return lis({ progress: 'finalise' });
    case 'ris':
      return ris({ progress: 'report' });
    case 'pharmacy':
      return pharmacy({ progress: 'dispense' });
  }
}

function order(ward: Ward, department: 'lis' | 'ris'): void {
  const services =
    department === 'lis'
      ? [findOrderable('Potassium'), findOrderable('CBC')]
      : [findImaging('Chest X-ray'), findImaging('CT head')];
  for (const service of services) ward.act('ehr', { kind: 'place-order', patient: PATIENT, orders: [{ service }] });
  const last = ward.of('ehr', PATIENT).orders.at(-1);
  if (last) ward.act('ehr', { kind: 'cancel-order', patient: PATIENT, order: last.number });
  ward.pass();
}

function prescribe(ward: Ward): void {
  const prescriptions = [{ drug: findDrug('Paracetamol 500 mg') }];
  ward.act('ehr', { kind: 'prescribe', patient: PATIENT, prescriptions });
  ward.pass();
  const order = ward.of('ehr', PATIENT).prescriptions[0]?.number;
  if (order === undefined) return;
  const about = { patient: PATIENT, order } as const;
  ward.act('ehr', { ...about, kind: 'administer', outcome: 'given' });
  ward.act('ehr', { ...about, kind: 'discontinue-prescription' });
}
