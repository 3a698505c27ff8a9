import { describe, expect, test } from 'vitest';
import type { Simulator } from '../src/endpoint/simulator.js';
import { findDrug } from '../src/population/catalogue/drugs.js';
import { findImaging } from '../src/population/catalogue/imaging.js';
import { ehr } from './ehr.js';
import { lis } from './lis.js';
import { PATHWAYS, type Pathway } from './pathways.js';
import { pharmacy } from './pharmacy.js';
import { ris } from './ris.js';
import { CBC } from './testing/laboratory-ward.js';
import { somebody, stay } from './testing/people.js';
import { Ward } from './testing/ward.js';

const WHO = somebody();

type Of<R> = Extract<Pathway, { readonly role: R }>;

/** Where the one order of a ward ends when the department walks the pathway by itself. */
function endOf(simulator: Simulator<unknown, unknown>): string | undefined {
  const ward = new Ward([ehr(), simulator], { orderAnswer: 'own-message' });
  ward.act('ehr', { kind: 'admit', patient: WHO, visit: stay(WHO) });
  if (simulator.role === 'pharmacy') {
    ward.act('ehr', { kind: 'prescribe', patient: WHO, prescriptions: [{ drug: findDrug('Paracetamol 500 mg') }] });
  } else {
    const service = simulator.role === 'lis' ? CBC : findImaging('Chest X-ray');
    ward.act('ehr', { kind: 'place-order', patient: WHO, orders: [{ service }] });
  }
  ward.pass();
  expect(ward.alerts()).toEqual([]);
  const { orders, prescriptions } = ward.of('ehr', WHO);
  return [...orders, ...prescriptions][0]?.state;
}

function of<R extends Pathway['role']>(role: R): readonly Of<R>[] {
  return PATHWAYS.filter((pathway): pathway is Of<R> => pathway.role === role);
}

test('each role has a default and no two pathways of one name', () => {
  for (const role of ['ehr', 'lis', 'ris', 'pharmacy'] as const) {
    const names = of(role).map(({ name }) => name);
    expect(names.length, role).toBeGreaterThan(0);
    expect(new Set(names).size, role).toBe(names.length);
  }
});

describe('a department left to itself brings an order to', () => {
  test.each(of('lis').map(({ name, progress }) => [name, progress] as const))('laboratory: %s', (name, progress) => {
    const ends: Record<string, string> = { finalise: 'final', receive: 'in-process', answer: 'accepted' };
    expect(endOf(lis({ progress }))).toBe(ends[name]);
  });

  test.each(of('ris').map(({ name, progress }) => [name, progress] as const))('radiology: %s', (name, progress) => {
    const ends: Record<string, string> = { report: 'final', perform: 'in-process', answer: 'accepted' };
    expect(endOf(ris({ progress }))).toBe(ends[name]);
  });

  test.each(of('pharmacy').map(({ name, progress }) => [name, progress] as const))('pharmacy: %s', (name, progress) => {
    const ends: Record<string, string> = { dispense: 'dispensed', answer: 'placed' };
    expect(endOf(pharmacy({ progress }))).toBe(ends[name]);
  });
});

describe('an EHR left to itself walks a patient', () => {
  test.each(of('ehr').map(({ name, walk }) => [name, walk] as const))('%s', (_name, walk) => {
    const number = (what: string) => ({ id: `N-${what}`, namespace: 'EHR' });
    const commands = walk({ patient: WHO, visit: stay(WHO), number });
    for (const other of [lis({ progress: 'finalise' }), ris({ progress: 'report' })]) {
      const ward = new Ward([ehr(), other]);
      for (const command of commands) {
        if (command.kind === 'administer') continue;
        ward.act('ehr', command);
        ward.pass();
      }
      expect(ward.alerts('ehr')).toEqual([]);
      expect(ward.of('ehr', WHO).care.visits.map(({ status }) => status)).toEqual(['closed']);
    }
  });

  test('a timed order waits for its time and can be cancelled until then', () => {
    const ward = new Ward([ehr(), lis({ progress: 'finalise' })], { orderAnswer: 'own-message' });
    ward.act('ehr', { kind: 'admit', patient: WHO, visit: stay(WHO) });
    const startAt = new Date(ward.now.getTime() + 3_600_000);
    ward.act('ehr', { kind: 'place-order', patient: WHO, orders: [{ service: CBC, startAt, priority: 'T' }] });
    const order = ward.of('ehr', WHO).orders[0]?.number ?? { id: '', namespace: '' };
    ward.act('ehr', { kind: 'cancel-order', patient: WHO, order });
    const before = ward.now.getTime();
    ward.pass();
    expect(ward.now.getTime() - before).toBeGreaterThan(3_500_000);
    expect(ward.of('ehr', WHO).orders[0]).toMatchObject({ state: 'cancelled', lastAnswer: 'CR' });
    expect(ward.types('lis')).not.toContain('ORU^R01');
  });
});
