import { expect, test } from 'vitest';
import { somebody, stay } from '../testing/people.js';
import { PharmacyWard } from './testing/pharmacy-ward.js';

test('a prescription for a patient of whom no ADT has spoken is refused, unless the site takes it', () => {
  const [strict, lenient] = [new PharmacyWard(), new PharmacyWard({ unknownPatients: 'accept' })];
  for (const scene of [strict, lenient]) {
    scene.prescribe('Paracetamol 500 mg');
    const stranger = scene.message('OMP').withRaw('PID-3', 'STRANGER^^^GENERAL^MR').with('MSH-10', 'S1');
    scene.ward.deliver('pharmacy', stranger);
  }
  expect(strict.ward.last('OMP').reply.get('ERR-3.1')).toBe('204');
  expect(lenient.message('ORP').get('ORC-1')).toBe('OK');
});

test('a prescription for a visit that was cancelled is refused', () => {
  const scene = new PharmacyWard();
  scene.ward.act('ehr', { kind: 'cancel-admit', patient: scene.patient });
  scene.prescribe('Paracetamol 500 mg');
  expect(scene.held().reason).toBe('visit V1 was cancelled');
});

test('a visit that is cancelled while a prescription is alive is noticed', () => {
  const scene = new PharmacyWard();
  scene.active();
  scene.ward.act('ehr', { kind: 'cancel-admit', patient: scene.patient });
  expect(scene.ward.alerts('pharmacy')).toEqual([expect.stringMatching(/V1 was cancelled although .* is verified/)]);
});

test('after a merge the prescriptions are the survivor’s, and doses on them are counted there', () => {
  const scene = new PharmacyWard();
  const order = scene.active();
  const survivor = somebody('4712');
  scene.ward.act('ehr', { kind: 'admit', patient: survivor, visit: stay(survivor, 'V2') });
  const [subsumed] = scene.patient.identifiers;
  if (subsumed === undefined) throw new Error('the patient has no number');
  scene.ward.act('ehr', { kind: 'merge', patient: survivor, subsumed });
  scene.ward.act('ehr', { kind: 'administer', patient: survivor, order, outcome: 'given' });
  const { prescriptions } = scene.ward.of('pharmacy', survivor);
  expect(prescriptions.map(({ state, administrations }) => [state, administrations.length])).toEqual([['given', 1]]);
  expect(scene.ward.of('pharmacy', scene.patient).prescriptions).toEqual([]);
});

test('work of its own accord goes on under the survivor', () => {
  const scene = new PharmacyWard({ progress: 'dispense' });
  scene.prescribe('Paracetamol 500 mg');
  const survivor = somebody('4712');
  scene.ward.act('ehr', { kind: 'add-person', patient: survivor });
  const [subsumed] = scene.patient.identifiers;
  if (subsumed === undefined) throw new Error('the patient has no number');
  scene.ward.act('ehr', { kind: 'merge', patient: survivor, subsumed });
  scene.ward.pass();
  expect(scene.ward.of('pharmacy', survivor).prescriptions).toMatchObject([{ state: 'dispensed' }]);
});
