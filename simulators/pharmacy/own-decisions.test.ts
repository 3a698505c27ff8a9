import { describe, expect, test } from 'vitest';
import { PharmacyWard } from './testing/pharmacy-ward.js';

describe('what the pharmacy decides of its own accord is told in an RDE, and both sides then agree', () => {
  test.each([
    ['hold', 'OH', 'HD', 'held'],
    ['discontinue', 'OD', 'DC', 'discontinued'],
  ] as const)('%s: %s with ORC-5 %s', (kind, control, status, state) => {
    const scene = new PharmacyWard();
    scene.active();
    scene.inPharmacy({ kind, reason: 'shortage' });
    const rde = scene.message('RDE');
    expect([rde.get('ORC-1'), rde.get('ORC-5'), rde.get('ORC-16.2')]).toEqual([control, status, 'shortage']);
    expect(rde.get('RXE-15')).toBe(scene.held().encoded?.prescriptionNumber);
    expect(scene.states).toEqual([state, state]);
    expect([scene.held().reason, scene.written().reason]).toEqual(['shortage', 'shortage']);
    expect(scene.ward.alerts()).toEqual([]);
  });

  test('release: OE, after which doses are given again', () => {
    const scene = new PharmacyWard();
    scene.active();
    scene.inPharmacy({ kind: 'hold' });
    scene.inPharmacy({ kind: 'release' });
    expect(scene.message('RDE').get('ORC-1')).toBe('OE');
    expect(scene.states).toEqual(['released', 'released']);
    scene.onWard({ kind: 'administer', outcome: 'given' });
    expect(scene.states).toEqual(['given', 'given']);
  });

  test('refuse: OC for what was accepted and does not pass the pharmacist', () => {
    const scene = new PharmacyWard();
    scene.prescribe('Paracetamol 500 mg');
    scene.inPharmacy({ kind: 'refuse', reason: 'dose too high' });
    expect(scene.message('RDE').get('ORC-1')).toBe('OC');
    expect(scene.states).toEqual(['refused', 'refused']);
    expect(scene.written().reason).toBe('dose too high');
    expect(scene.ward.alerts()).toEqual([]);
  });
});

describe('a decision that does not fit is not made', () => {
  test.each([
    ['hold', 'placed'],
    ['release', 'verified'],
    ['refuse', 'verified'],
    ['discontinue', 'placed'],
  ] as const)('%s when %s', (kind, stage) => {
    const scene = new PharmacyWard();
    scene.prescribe('Paracetamol 500 mg');
    if (stage === 'verified') scene.inPharmacy({ kind: 'verify' });
    const before = scene.ward.passed.length;
    scene.inPharmacy({ kind, reason: 'none' });
    expect(scene.ward.passed).toHaveLength(before);
    expect(scene.held().state).toBe(stage);
    expect(scene.ward.alerts()).toEqual([expect.stringMatching(new RegExp(`^${kind} refused: .* is ${stage}$`))]);
  });

  test('about a prescription that nobody wrote', () => {
    const scene = new PharmacyWard();
    scene.inPharmacy({ kind: 'verify' }, { id: 'NOBODY1', namespace: 'EHR' });
    expect(scene.ward.alerts()).toEqual(['verify refused: the pharmacy has no prescription NOBODY1 of this patient']);
  });

  test('by force it is told, the pharmacy stays where it was, and the ward refuses it', () => {
    const scene = new PharmacyWard();
    scene.active();
    scene.inPharmacy({ kind: 'refuse', reason: 'late', force: true });
    expect(scene.states).toEqual(['verified', 'verified']);
    expect(scene.message('RRE').get('ORC-1')).toBe('UA');
  });
});
