import { expect, test } from 'vitest';
import { ALLERGIES } from '../../src/population/catalogue/allergies.js';
import { findDrug } from '../../src/population/catalogue/drugs.js';
import type { Allergy } from '../../src/population/facts.js';
import { PharmacyWard } from './testing/pharmacy-ward.js';

const PENICILLIN = allergy('Penicillin V');

function allergy(text: string): Allergy {
  const found = ALLERGIES.find((one) => one.text === text);
  if (found === undefined) throw new Error(`no allergy ${text}`);
  return found;
}

test('a drug that the patient is allergic to is refused with the allergy as the reason', () => {
  const scene = new PharmacyWard({}, {}, { allergies: [PENICILLIN] });
  scene.prescribe('amoxicillin 500 MG Oral Capsule');
  expect(scene.states).toEqual(['refused', 'refused']);
  const orp = scene.message('ORP');
  expect([orp.get('MSA-1'), orp.get('ORC-1'), orp.get('ORC-3')]).toEqual(['AA', 'UA', undefined]);
  expect(orp.get('ORC-16.2')).toMatch(/^allergy to Penicillin V, same class as amoxicillin/);
  expect(scene.written().reason).toBe(scene.held().reason);
});

test('an allergy that only the order tells of counts as well', () => {
  const scene = new PharmacyWard();
  const order = scene.prescribe('Paracetamol 500 mg');
  expect(scene.held(order).state).toBe('placed');
  const told = scene.message('OMP').withSegments((lines) =>
    lines
      .flatMap((line) => (line.startsWith('PV1') ? [line, `AL1|1|DA|7984^Penicillin V^RXNORM|MO|Urticaria`] : [line]))
      .map((line) => (line.startsWith('RXO') ? 'RXO|308191^Amoxicillin^RXNORM|500||mg|Capsule' : line))
      .map((line) => (line.startsWith('ORC') ? line.replace(order.id, 'X1') : line)),
  );
  scene.ward.deliver('pharmacy', told.with('MSH-10', 'X1'));
  expect(scene.held({ id: 'X1', namespace: '' })).toMatchObject({ state: 'refused' });
});

test('a drug under the code of another system is known by its name', () => {
  const scene = new PharmacyWard({}, {}, { allergies: [allergy('Ibuprofen')] });
  const local = { ...findDrug('Ibuprofen'), code: 'IBU4', system: 'L', text: 'ibuprofen', ingredient: '' };
  const order = scene.prescribe('Paracetamol 500 mg', { drug: local });
  expect(scene.held(order).reason).toContain('allergy to Ibuprofen');
});

test('an additive of an infusion is screened too', () => {
  const scene = new PharmacyWard({}, {}, { allergies: [allergy('Ceftriaxone')] });
  const components = [{ kind: 'A' as const, drug: findDrug('1665021'), amount: 1000, unit: 'mg' }];
  scene.prescribe('Normal saline', { components });
  expect(scene.held().reason).toContain('allergy to Ceftriaxone');
});

test('the same ingredient twice is refused as duplicate therapy, naming the other prescription', () => {
  const scene = new PharmacyWard();
  const first = scene.active('Paracetamol 500 mg');
  scene.prescribe('857002');
  expect(scene.states).toEqual(['refused', 'refused']);
  expect(scene.held().reason).toContain('duplicate therapy');
  expect(scene.held().reason).toContain(scene.held(first).order.numbers.filler?.id);
});

test('drugs that the catalogue does not hold are duplicates of themselves only', () => {
  const scene = new PharmacyWard();
  const made = (text: string) => ({ ...findDrug('Ibuprofen'), code: text, text, system: 'L', ingredient: '' });
  scene.prescribe('Ibuprofen', { drug: made('House mixture A') });
  scene.prescribe('Ibuprofen', { drug: made('House mixture B') });
  expect(scene.held().state).toBe('placed');
  scene.prescribe('Ibuprofen', { drug: made('House mixture A') });
  expect(scene.held().state).toBe('refused');
});

test('a course that begins when the other has ended is no duplicate', () => {
  const scene = new PharmacyWard();
  const [day1, day3] = [new Date('2026-03-02T10:00:00Z'), new Date('2026-03-04T10:00:00Z')];
  scene.prescribe('Paracetamol 500 mg', { startAt: day1, endAt: day3 });
  scene.prescribe('857002', { startAt: day3 });
  expect(scene.held().state).toBe('placed');
});

test('what has been stopped is no duplicate, and what was refused may be ordered again', () => {
  const scene = new PharmacyWard();
  const first = scene.active('Paracetamol 500 mg');
  const second = scene.prescribe('857002');
  scene.onWard({ kind: 'discontinue-prescription' }, first);
  const again = scene.ward.passed.findLast(
    ({ message }) => message.get('ORC-2') === second.id && message.type.code === 'OMP',
  );
  if (again === undefined) throw new Error('the order was not sent');
  scene.ward.deliver('pharmacy', again.message.with('MSH-10', 'AGAIN'));
  expect(scene.held(second).state).toBe('placed');
});
