import { expect, test } from 'vitest';
import { dosesTaken } from '../care/dose-record.js';
import { PharmacyWard } from './testing/pharmacy-ward.js';

test('a prescription is accepted, verified, dispensed and given, and both sides agree at each stage', () => {
  const scene = new PharmacyWard();
  scene.prescribe('Paracetamol 500 mg');
  expect([scene.held().state, scene.written().state, scene.written().accepted]).toEqual(['placed', 'placed', true]);
  expect(scene.written().order.numbers.filler).toEqual(scene.held().order.numbers.filler);

  scene.inPharmacy({ kind: 'verify' });
  expect([scene.held().state, scene.written().state]).toEqual(['verified', 'verified']);

  scene.inPharmacy({ kind: 'dispense', amount: 10, lot: 'L42' });
  expect([scene.held().state, scene.written().state]).toEqual(['dispensed', 'dispensed']);
  expect(scene.written().dispenses).toMatchObject([{ subId: '1', amount: 10, lot: 'L42' }]);

  scene.onWard({ kind: 'administer', outcome: 'given' });
  expect([scene.held().state, scene.written().state]).toEqual(['given', 'given']);
  expect(dosesTaken(scene.held().administrations)).toMatchObject([{ subId: 1, completion: 'CP' }]);
  expect(scene.ward.types('pharmacy')).toEqual(['ORP^O10', 'RDE^O11', 'RDS^O13', 'RRA^O18']);
  expect(scene.ward.alerts()).toEqual([]);
});
