import { describe, expect, test } from 'vitest';
import { findDrug } from '../../src/population/catalogue/drugs.js';
import { dosesTaken } from '../care/dose-record.js';
import { PharmacyWard } from './testing/pharmacy-ward.js';

test('a prescription is accepted, verified, dispensed and given, and both sides agree at each stage', () => {
  const scene = new PharmacyWard();
  scene.prescribe('Paracetamol 500 mg');
  expect(scene.states).toEqual(['placed', 'placed']);
  expect(scene.written().accepted).toBe(true);
  expect(scene.written().order.numbers.filler).toEqual(scene.held().order.numbers.filler);

  scene.inPharmacy({ kind: 'verify' });
  expect(scene.states).toEqual(['verified', 'verified']);

  scene.inPharmacy({ kind: 'dispense', amount: 10, lot: 'L42' });
  expect(scene.states).toEqual(['dispensed', 'dispensed']);
  expect(scene.written().dispenses).toMatchObject([{ subId: '1', amount: 10, lot: 'L42' }]);

  scene.onWard({ kind: 'administer', outcome: 'given' });
  expect(scene.states).toEqual(['given', 'given']);
  expect(dosesTaken(scene.held().administrations)).toMatchObject([{ subId: 1, completion: 'CP' }]);
  expect(scene.ward.types('pharmacy')).toEqual(['ORP^O10', 'RDE^O11', 'RDS^O13', 'RRA^O18']);
  expect(scene.ward.alerts()).toEqual([]);
});

test('played against a placer itself, orders and doses are answered on the connection', () => {
  const scene = new PharmacyWard({}, { orderAnswer: 'same-connection' });
  scene.active();
  scene.onWard({ kind: 'administer', outcome: 'given' });
  expect(scene.states).toEqual(['given', 'given']);
  expect(scene.ward.types('pharmacy')).toEqual(['RDE^O11']);
  const [order, dose] = [scene.ward.last('OMP'), scene.ward.last('RAS')];
  expect(order.reply.get('ORC-1')).toBe('OK');
  expect(order.reply.get('MSA-2')).toBe(order.message.controlId);
  expect([dose.reply.type.code, dose.reply.get('ORC-1'), dose.reply.get('RXA-2')]).toEqual(['RRA', 'OK', '1']);
});

describe('encoding', () => {
  test('an order is encoded as it was written, with a prescription number', () => {
    const scene = new PharmacyWard();
    scene.active('Prednisone', {
      phases: [{ quantity: { amount: 10, unit: 'mg' }, repeatPattern: 'Q1D' }],
      refills: 2,
    });
    const rde = scene.message('RDE');
    expect([rde.get('ORC-1'), rde.get('ORC-5'), rde.get('RXE-12')]).toEqual(['RE', 'IP', '2']);
    expect(rde.get('RXE-15')).toBe(scene.held().encoded?.prescriptionNumber);
    expect(rde.all('TQ1').map((tq1) => tq1.get('12') ?? '')).toEqual(['S', '']);
  });

  test('a pharmacist may substitute the drug: the order stays what was asked for, the give code is the other one', () => {
    const scene = new PharmacyWard();
    scene.prescribe('Paracetamol 500 mg');
    const substitute = findDrug('313782');
    scene.inPharmacy({ kind: 'verify', encoding: { drug: substitute, substitution: 'G' } });
    expect(scene.written().giveCode?.code).toBe('313782');
    expect(scene.held().order.drug.code).toBe('198440');
    expect(scene.message('RDE').get('RXE-9')).toBe('G');
    scene.onWard({ kind: 'administer', outcome: 'given' });
    expect(scene.ward.alerts()).toEqual([]);
  });

  test('a new version of an active prescription supersedes the one before and changes no status', () => {
    const scene = new PharmacyWard();
    scene.active('Paracetamol 500 mg', { instructions: 'with water' });
    scene.inPharmacy({ kind: 'encode', encoding: { amountMin: 500 } });
    expect(scene.states).toEqual(['verified', 'verified']);
    expect(scene.message('RDE').get('RXE-3')).toBe('500');
    scene.inPharmacy({ kind: 'encode', encoding: { repeatPattern: 'BID' } });
    expect(scene.message('RDE').get('RXE-3')).toBe('500');
    expect(scene.message('RDE').get('TQ1-3')).toBe('BID');
  });

  test('what has been verified is not verified again, what has not been is not encoded', () => {
    const scene = new PharmacyWard();
    scene.prescribe('Paracetamol 500 mg');
    scene.inPharmacy({ kind: 'encode', encoding: { amountMin: 500 } });
    scene.inPharmacy({ kind: 'verify' });
    scene.inPharmacy({ kind: 'verify' });
    expect(scene.ward.types('pharmacy')).toEqual(['ORP^O10', 'RDE^O11']);
    expect(scene.ward.alerts('pharmacy')).toEqual([
      expect.stringMatching(/^encode refused: prescription \S+ is placed$/),
      expect.stringMatching(/^verify refused: prescription \S+ has been verified$/),
    ]);
  });
});

describe('dispensing', () => {
  test('each refill has a sub-id of its own and stock moves once for each', () => {
    const scene = new PharmacyWard();
    scene.active('Paracetamol 500 mg', { refills: 1, dispenseAmount: 20, dispenseUnit: '{tbl}' });
    scene.inPharmacy({ kind: 'dispense' });
    scene.inPharmacy({ kind: 'dispense' });
    scene.inPharmacy({ kind: 'dispense' });
    const sent = scene.ward.passed.filter(({ message }) => message.type.code === 'RDS').map(({ message }) => message);
    expect(sent.map((rds) => [rds.get('RXD-1'), rds.get('RXD-4'), rds.get('RXD-5')])).toEqual([
      ['1', '20', '{tbl}'],
      ['2', '20', '{tbl}'],
    ]);
    expect(new Set(sent.map((rds) => rds.get('RXD-18'))).size).toBe(2);
    expect(new Set(sent.map((rds) => rds.controlId)).size).toBe(2);
    expect(scene.ward.alerts('pharmacy')).toEqual([expect.stringContaining('no refills left')]);
  });

  test('nothing is dispensed before it is verified', () => {
    const scene = new PharmacyWard();
    scene.prescribe('Paracetamol 500 mg');
    scene.inPharmacy({ kind: 'dispense' });
    expect(scene.ward.types('pharmacy')).toEqual(['ORP^O10']);
    expect(scene.ward.alerts()).toEqual([expect.stringMatching(/^dispense refused: prescription \S+ is placed$/)]);
  });

  test('a faulty pharmacy that dispenses by force is told so by the ward, and counts nothing', () => {
    const scene = new PharmacyWard();
    scene.active();
    scene.inPharmacy({ kind: 'discontinue', reason: 'shortage' });
    scene.inPharmacy({ kind: 'dispense', force: true });
    expect(scene.held().dispenses).toEqual([]);
    expect(scene.message('RRD').get('ORC-1')).toBe('UA');
    expect(scene.ward.alerts('pharmacy')).toEqual([expect.stringContaining('the ward did not take prescription')]);
  });

  test('a refill of what is being given changes no status', () => {
    const scene = new PharmacyWard();
    scene.active();
    scene.onWard({ kind: 'administer', outcome: 'given' });
    scene.inPharmacy({ kind: 'dispense' });
    expect(scene.states).toEqual(['given', 'given']);
    expect(scene.written().dispenses).toHaveLength(1);
  });
});

describe('of its own accord', () => {
  test('an automatic pharmacy encodes what it accepts in the same step', () => {
    const scene = new PharmacyWard({ verification: 'automatic' });
    scene.prescribe('Paracetamol 500 mg');
    expect(scene.ward.types('pharmacy')).toEqual(['ORP^O10', 'RDE^O11']);
    expect(scene.states).toEqual(['verified', 'verified']);
  });

  test('it verifies and dispenses once, each prescription by itself', () => {
    const scene = new PharmacyWard({ progress: 'dispense' });
    const first = scene.prescribe('Paracetamol 500 mg');
    const second = scene.prescribe('Ibuprofen');
    scene.ward.pass();
    expect([scene.held(first).state, scene.held(second).state]).toEqual(['dispensed', 'dispensed']);
    expect(scene.ward.types('pharmacy').filter((type) => type === 'RDS^O13')).toHaveLength(2);
  });

  test('a prescription that is held meanwhile waits until it is released', () => {
    const scene = new PharmacyWard({ verification: 'automatic', progress: 'dispense' });
    scene.prescribe('Paracetamol 500 mg');
    scene.onWard({ kind: 'hold-prescription' });
    scene.ward.pass();
    expect(scene.held().dispenses).toEqual([]);
    expect(scene.ward.alerts()).toEqual([]);
    scene.onWard({ kind: 'release-prescription' });
    scene.ward.pass();
    expect(scene.states).toEqual(['dispensed', 'dispensed']);
  });
});
